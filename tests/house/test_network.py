"""The program opens no network socket: conftest's guard stands in every test, and here it is seen to bite."""

import socket

import pytest


def test_a_network_socket_is_stopped_when_it_is_made() -> None:
    with pytest.raises(RuntimeError, match=r"socket\.__new__"):
        socket.socket(socket.AF_INET)


def test_a_name_is_not_looked_up() -> None:
    with pytest.raises(RuntimeError, match="getaddrinfo"):
        socket.getaddrinfo("example.org", 443)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no local sockets")
def test_programs_on_this_machine_may_still_talk() -> None:
    here, there = socket.socketpair()
    with here, there:
        here.sendall(b"hello")
        assert there.recv(5) == b"hello"
