"""A peer that packs and frames as Python programs for scene servers do. It is driven by lines of JSON on its standard input,
and writes every message that it receives as a line of JSON.

peer.py client URI       connects and introduces itself
peer.py server           listens on a free port, says which, and accepts one client after the other
Input: {"send": message} · {"hex": bytes} · {"text": text} · {"close": true}
"""
import asyncio
import json
import sys
import time

import msgpack
import websockets


def pack(message):
    return msgpack.packb(message, use_single_float=True, use_bin_type=True)


def plain(value):
    if isinstance(value, bytes):
        return {"$bin": value.hex()}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def say(line):
    print(json.dumps(line), flush=True)


async def lines():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=2**24)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        yield json.loads(line)


async def receive(socket):
    try:
        async for frame in socket:
            say(plain(msgpack.unpackb(frame, raw=False)))
    finally:
        say({"closed": socket.close_code, "reason": socket.close_reason})


async def obey(commands, socket):
    async for command in commands:
        if "send" in command:
            await socket.send(pack({"ts": int(time.time() * 1000), **command["send"]}))
        elif "hex" in command:
            await socket.send(bytes.fromhex(command["hex"]))
        elif "text" in command:
            await socket.send(command["text"])
        elif "close" in command:
            await socket.close()
            return


def introduction():
    return {
        "etype": "INIT",
        "value": {
            "client": "python", "clientVersion": "unknown", "timezone": "UTC", "timezoneOffset": None,
            "pythonVersion": "3.11.2", "platform": "Linux", "platformVersion": "6.1", "machine": "x86_64",
        },
    }


async def client(uri):
    async with websockets.connect(uri, max_size=2**28) as socket:
        await socket.send(pack({"ts": int(time.time() * 1000), **introduction()}))
        reading = asyncio.ensure_future(receive(socket))
        await obey(lines(), socket)
        await reading


async def server():
    commands = lines()

    async def accept(socket, _path=None):
        reading = asyncio.ensure_future(receive(socket))
        obeying = asyncio.ensure_future(obey(commands, socket))
        await asyncio.wait([reading, obeying], return_when=asyncio.FIRST_COMPLETED)

    async with websockets.serve(accept, "127.0.0.1", 0, max_size=2**22) as listener:
        say({"port": listener.sockets[0].getsockname()[1]})
        await asyncio.Future()


asyncio.run(client(sys.argv[2]) if sys.argv[1] == "client" else server())
