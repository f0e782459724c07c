"""What the DAGs of this folder are made of: the steps of a run (flow), who takes them (spark, kubernetes), and what came of it (summary)."""
