"""A door before an S3 server that keeps a journal and does harm on request. The Host header, which is signed, passes as it is."""

import collections
import contextlib
import http.client
import http.server
import re
import socket
import struct
import threading
import time
import urllib.parse

# What can be done to a request: answers that the store never gave, and answers of the store that never arrive.
KINDS = ("500", "503", "stall", "reset", "lost")

DENIED = 403, b"<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"
ANSWERS = {
    "500": (500, b"<Error><Code>InternalError</Code><Message>We encountered an internal error. Please try again.</Message></Error>"),
    "503": (503, b"<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>"),
    "501": (501, b"<Error><Code>NotImplemented</Code><Message>A header you provided implies functionality that is not implemented.</Message></Error>"),
    "denied": DENIED,
}


class Request:
    """A request as the door sees it: its method, its path with the query, the token of its session, what S3 calls it, and the key of the object."""

    def __init__(self, method, path, token=None):
        self.method = method
        self.path = path
        self.token = token
        parts = urllib.parse.urlsplit(path)
        query = urllib.parse.parse_qs(parts.query, keep_blank_values=True)
        self.key = urllib.parse.unquote(parts.path).lstrip("/").partition("/")[2]
        self.operation = self._operation(query)

    def _operation(self, query):
        if self.method == "PUT":
            return "UploadPart" if "partNumber" in query else "PUT"
        if self.method == "POST":
            return "Create" if "uploads" in query else "Complete" if "uploadId" in query else "Delete"
        return self.method

    def is_shard(self):
        return re.search(r"(^|/)data/part-\d+-[0-9a-f]+\.parquet$", self.key) is not None


class Fault:
    """Harm to the first object that is asked for by an operation after the fault was planned: to its first requests, one after the other."""

    def __init__(self, operation, kind, where=Request.is_shard):
        self.operation = operation
        self.kind = kind
        self.left = 2
        self.where = where
        self.key = None

    def fits(self, request, taken):
        """Whether it harms this request; `taken` holds the objects of other faults."""
        if self.left == 0 or request.operation != self.operation or not self.where(request):
            return False
        return request.key == self.key or (self.key is None and (request.operation, request.key) not in taken)


class Proxy:
    """The door. All of it may be called from any thread."""

    def __init__(self, store):
        self.backend = store.endpoint.removeprefix("http://")
        self.stall_seconds = 30
        # None, or one of KINDS "501" and "denied", for every request of which it is asked.
        self.meddle = lambda request: None
        self._lock = threading.Lock()
        self._faults = []
        self._published = collections.defaultdict(list)
        self._steps = []
        self.done = collections.Counter()

    def plan(self, *faults):
        with self._lock:
            self._faults = list(faults)

    def unspent(self):
        """Faults that nothing came by for."""
        with self._lock:
            return [(fault.operation, fault.kind) for fault in self._faults if fault.key is None]

    def published(self, prefix):
        """Names of the shards below a prefix, one for each time that one was published, in order."""
        with self._lock:
            return list(self._published[prefix.rstrip("/")])

    def when(self, matches, action, before=False):
        """Once, at the first request of which `matches` is true: the action, in place of the store or after it has answered."""
        with self._lock:
            self._steps.append([matches, action, before])

    def when_published(self, prefix, count, action):
        """Once so many shards below a prefix are published, and before the writer of the last knows."""
        self.when(lambda request: len(self._published[prefix.rstrip("/")]) >= count, action)

    def forget(self):
        """What was planned and has not come."""
        with self._lock:
            self._steps.clear()
            self._faults.clear()
        self.meddle = lambda request: None

    def _harm(self, request):
        said = self.meddle(request)
        if said:
            return said
        with self._lock:
            taken = {(fault.operation, fault.key) for fault in self._faults}
            for fault in self._faults:
                if fault.fits(request, taken):
                    fault.key = request.key
                    fault.left -= 1
                    self.done[f"{fault.operation} {fault.kind}"] += 1
                    return fault.kind
        return None

    def _reach(self, request, before):
        with self._lock:
            due = [step for step in self._steps if step[2] == before and step[0](request)]
            self._steps = [step for step in self._steps if step not in due]
        for _, action, _ in due:
            action()
        return bool(due)

    def _note(self, request, status):
        if status == 200 and request.is_shard() and request.operation in ("PUT", "Complete"):
            prefix, _, name = request.key.rpartition("/data/")
            with self._lock:
                self._published[prefix].append(name)

    def _forward(self, request, headers, content):
        connection = http.client.HTTPConnection(self.backend, timeout=60)
        connection.request(request.method, request.path, content, headers)
        answer = connection.getresponse()
        status, answered, body = answer.status, answer.getheaders(), answer.read()
        connection.close()
        self._note(request, status)
        return status, answered, body

    def serve(self, handler):
        """One request."""
        content = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        request = Request(handler.command, handler.path, handler.headers.get("x-amz-security-token"))
        harm = "reset" if self._reach(request, before=True) else self._harm(request)
        if harm == "reset":
            return _reset(handler)
        if harm == "stall":
            time.sleep(self.stall_seconds)
        if harm in ANSWERS:
            status, body = ANSWERS[harm]
            return _answer(handler, status, [], body)
        status, headers, body = self._forward(request, dict(handler.headers), content)
        self._reach(request, before=False)
        if harm == "lost":
            return _reset(handler)
        return _answer(handler, status, headers, body)


def _reset(handler):
    # Without lingering, closing is a reset.
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True


def _answer(handler, status, headers, body):
    head = handler.command == "HEAD"
    handler.send_response_only(status)
    kept = {"content-length", "transfer-encoding", "connection"}
    for name, value in headers:
        if name.lower() not in kept or (head and name.lower() == "content-length"):
            handler.send_header(name, value)
    if not head:
        handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(b"" if head else body)


@contextlib.contextmanager
def proxy(store):
    """Yields the door, whose `endpoint` is its address."""
    door = Proxy(store)

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            # Whoever asked may be dead by now, and some are killed on purpose.
            with contextlib.suppress(ConnectionError, http.client.HTTPException, ValueError):
                door.serve(self)
                return
            self.close_connection = True

        do_HEAD = do_PUT = do_POST = do_DELETE = do_GET

        def finish(self):
            with contextlib.suppress(OSError, ValueError):
                super().finish()

        def log_message(self, *_):
            pass

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

        def shutdown_request(self, request):
            with contextlib.suppress(OSError):
                super().shutdown_request(request)

        def handle_error(self, *_):
            pass

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    door.endpoint = f"http://127.0.0.1:{server.server_port}"
    try:
        yield door
    finally:
        server.shutdown()
        server.server_close()
