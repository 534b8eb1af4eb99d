"""A harvest as one would write it in Python: joblib processes over servers, threads over files, ftplib for FTP.

usage: joblibHarvest.py SERVERS.json FOLDER PROCESSES CONNECTIONS

Exit code 1: some file did not come; stderr says which.
"""
import ftplib
import json
import os
import sys
import threading

from joblib import Parallel, delayed


def log_in(server):
    ftp = ftplib.FTP(timeout=60)
    ftp.connect(server["host"], server["port"])
    ftp.login(server["user"], server["password"])
    return ftp


def entries(ftp, path):
    """(name, is a folder) of what is in a folder. vsftpd has no MLSD: then as `ls -l` prints it."""
    try:
        return [(name, facts["type"] == "dir") for name, facts in ftp.mlsd(path) if facts["type"] in ("file", "dir")]
    except ftplib.error_perm:
        lines = []
        ftp.dir(path, lines.append)
        found = [(line.split(None, 8)[8], line[0]) for line in lines if line[:1] in ("-", "d")]
        return [(name, kind == "d") for name, kind in found if name not in (".", "..")]


def walk(ftp, path=""):
    for name, is_folder in entries(ftp, path or "/"):
        if is_folder:
            yield from walk(ftp, f"{path}/{name}")
        else:
            yield f"{path}/{name}"


def fetch(own, server, path, local):
    """Returns what went wrong, or None. Each thread has a connection of its own."""
    try:
        if not hasattr(own, "ftp"):
            own.ftp = log_in(server)
        os.makedirs(os.path.dirname(local), exist_ok=True)
        with open(local, "wb") as out:
            own.ftp.retrbinary(f"RETR {path}", out.write, 65536)
        return None
    except (OSError, EOFError, ftplib.Error) as error:
        own.__dict__.pop("ftp", None)
        return f"{server['name']}{path}: {error}"


def harvest(server, folder, connections):
    with log_in(server) as ftp:
        paths = list(walk(ftp))
    own = threading.local()
    results = Parallel(n_jobs=connections, backend="threading")(
        delayed(fetch)(own, server, path, os.path.join(folder, server["name"]) + path) for path in paths
    )
    return [result for result in results if result is not None]


def main():
    listed, folder, processes, connections = sys.argv[1:]
    with open(listed, encoding="utf-8") as file:
        servers = json.load(file)
    results = Parallel(n_jobs=int(processes), backend="loky")(
        delayed(harvest)(server, folder, int(connections)) for server in servers
    )
    faults = [fault for of_server in results for fault in of_server]
    print("\n".join(faults), file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
