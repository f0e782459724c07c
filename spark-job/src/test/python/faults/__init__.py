"""The fault bench: what `schema/FORMAT.md` and `deploy/RUNBOOK.md` promise for the day on which things go wrong, tried on a real cluster and a
real store. `proxy.py` and `farm.py` beside this folder are its fixture; here `bench.py` draws and checks, `rows.py` does the harm, and
`table.py` tells of it."""
