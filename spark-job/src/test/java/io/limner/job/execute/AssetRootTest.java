package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.job.config.BadInputException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class AssetRootTest {
    @Test
    void whatOpeningAStoreNeedsTravels() {
        Configuration hadoop = new Configuration(false);
        hadoop.set("fs.s3a.endpoint", "https://store:9000");
        hadoop.set("hadoop.security.credential.provider.path", "jceks://file/keys");
        hadoop.set("io.file.buffer.size", "1");
        assertThat(AssetRoot.of("s3a://bucket/assets", hadoop).store())
                .containsOnlyKeys("fs.s3a.endpoint", "hadoop.security.credential.provider.path")
                .containsEntry("hadoop.security.credential.provider.path", "jceks://file/keys");
    }

    @Test
    void azuresContainerIsNoUser() {
        String root = "abfss://faces@account.dfs.core.windows.net/assets";
        assertThat(AssetRoot.of(root, new Configuration(false)).address()).isEqualTo(root);
        assertThatThrownBy(() -> AssetRoot.of("abfss://faces:key@account/assets", new Configuration(false)))
                .isInstanceOf(BadInputException.class)
                .hasMessageNotContaining("key@");
    }
}
