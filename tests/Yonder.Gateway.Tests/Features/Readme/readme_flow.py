"""What the README of the Rexec Python SDK shows of containers and files, against the gateway at argv[1]."""

import asyncio
import pathlib
import sys
import tempfile

from rexec_client import ApiError, Client

IMAGE = sys.argv[2]


async def containers(client):
    container = await client.create(image=IMAGE, name="my-container", environment={"MY_VAR": "value"}, labels={"project": "demo"})
    assert container.environment["MY_VAR"] == "value" and container.labels["project"] == "demo", container
    assert [c.name for c in await client.list()] == ["my-container"]
    assert (await client.get(container.id)).id == container.id
    await client.stop(container.id)
    assert (await client.get(container.id)).status == "stopped"
    await client.start(container.id)
    assert (await client.get(container.id)).status == "running"
    return container


async def files(client, id):
    assert "home" in [f.name for f in await client.files(id, "/") if f.is_dir]
    await client.files(id, "/home")
    assert b"root" in await client.download(id, "/etc/passwd")
    await client.upload(id, "/home/script.py", b"print('hello world')")
    await client.mkdir(id, "/home/mydir")
    assert await client.download(id, "/home/script.py") == b"print('hello world')"
    await client.delete_file(id, "/home/script.py")
    try:
        await client.download(id, "/home/script.py")
        raise AssertionError("the deleted file is still there")
    except ApiError as error:
        assert error.status_code == 404, error


async def sync(client, id, local, remote):
    await client.mkdir(id, remote)
    for item in local.iterdir():
        if item.is_file():
            await client.upload(id, f"{remote}/{item.name}", item.read_bytes())
        elif item.is_dir():
            await sync(client, id, item, f"{remote}/{item.name}")


async def main():
    async with Client(sys.argv[1]) as client:
        container = await containers(client)
        await files(client, container.id)
        with tempfile.TemporaryDirectory() as folder:
            local = pathlib.Path(folder)
            (local / "sub" / "deeper").mkdir(parents=True)
            (local / "a.txt").write_text("a")
            (local / "empty").write_bytes(b"")
            (local / "sub" / "deeper" / "b.bin").write_bytes(bytes(range(256)))
            await sync(client, container.id, local, "/home/user/synced")
        assert await client.download(container.id, "/home/user/synced/sub/deeper/b.bin") == bytes(range(256))
        assert await client.download(container.id, "/home/user/synced/empty") == b""
        workers = await asyncio.gather(*[client.create(image=IMAGE, name=f"worker-{i}") for i in range(5)])
        assert len({worker.id for worker in workers}) == 5
        for each in [container, *workers]:
            await client.delete(each.id)
        assert await client.list() == []
        try:
            await client.get("invalid-id")
            raise AssertionError("an id that is none was found")
        except ApiError as error:
            assert (error.status_code, error.message) == (404, "container not found"), error


asyncio.run(main())
print("done")
