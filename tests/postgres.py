"""A PostgreSQL server of our own, on loopback, gone when the tests are done.

Loaded by path from the `conftest.py` files and the stress scripts.
"""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

ACCOUNT = "postgres"  # PostgreSQL refuses to run as root


def programs() -> Path | None:
    """Find the newest PostgreSQL of Debian or Ubuntu."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda one: int(one.parts[-3]),
    )
    return found[-1].parent if found else None


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Cluster:
    """One server; it can be stopped and started again to see what happens."""

    def __init__(self, folder: Path, binaries: Path, port: int, *, durable: bool):
        self.folder, self.binaries, self.port = folder, binaries, port
        self.durable = durable
        self.url = f"postgresql://raadwijzer@127.0.0.1:{port}/postgres"

    def run(self, program: str, *arguments: str) -> None:
        command = [str(self.binaries / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", ACCOUNT, "--", *command]
        subprocess.run(
            command,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"},
        )

    def make(self) -> None:
        self.run(
            "initdb",
            *("-D", str(self.folder / "data"), "-U", "raadwijzer"),
            *("--auth=trust", "--encoding=UTF8", "--no-sync"),
        )

    def start(self) -> None:
        sync = "on" if self.durable else "off"
        options = (
            f"-p {self.port} -c listen_addresses=127.0.0.1 "
            f"-c unix_socket_directories= -c fsync={sync} "
            "-c max_connections=60 -c shared_buffers=16MB"
        )
        self.run(
            "pg_ctl",
            *("-D", str(self.folder / "data"), "-o", options),
            *("-l", str(self.folder / "log"), "-w", "-t", "60", "start"),
        )

    def start_if_stopped(self) -> None:
        with contextlib.suppress(subprocess.CalledProcessError):
            self.start()

    def stop(self) -> None:
        self.run(
            "pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop"
        )


@contextlib.contextmanager
def cluster(*, durable: bool = False) -> Iterator[Cluster | None]:
    """Start a server for as long as the block lasts; `None` where it cannot be."""
    binaries = programs()
    try:
        account = pwd.getpwnam(ACCOUNT) if os.geteuid() == 0 else None
    except KeyError:
        binaries = None
    if binaries is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="raadwijzer-pg-"))
    try:
        if account is not None:
            os.chown(folder, account.pw_uid, account.pw_gid)
        server = Cluster(folder, binaries, free_port(), durable=durable)
        server.make()
        server.start()
        try:
            yield server
        finally:
            with contextlib.suppress(subprocess.CalledProcessError):
                server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
