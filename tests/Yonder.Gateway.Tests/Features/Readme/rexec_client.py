"""A small client that sends what the published Python SDK sends: httpx, arrays for lists, raw bodies for uploads."""

import datetime
from dataclasses import dataclass

import httpx


class ApiError(Exception):
    def __init__(self, status_code, message):
        super().__init__(f"{status_code}: {message}")
        self.status_code = status_code
        self.message = message


@dataclass
class Container:
    id: str
    name: str
    image: str
    status: str
    created_at: datetime.datetime
    environment: dict
    labels: dict

    @staticmethod
    def of(data):
        # What Python before 3.11 does: it takes 0, 3 or 6 digits and no Z.
        created = datetime.datetime.fromisoformat(data["created_at"].replace("Z", "+00:00"))
        return Container(data["id"], data["name"], data["image"], data["status"], created, data.get("environment", {}), data.get("labels", {}))


@dataclass
class FileInfo:
    name: str
    path: str
    size: int
    is_dir: bool


class Client:
    def __init__(self, base_url, token=None):
        headers = {"Accept": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        self._http = httpx.AsyncClient(base_url=base_url, headers=headers, timeout=30.0)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self._http.aclose()

    async def call(self, method, path, **options):
        answer = await self._http.request(method, path, **options)
        if answer.status_code >= 400:
            body = answer.json() if answer.content else {}
            raise ApiError(answer.status_code, body.get("error") or body.get("message") or "")
        return answer

    async def list(self):
        return [Container.of(item) for item in (await self.call("GET", "/api/containers")).json()]

    async def get(self, id):
        return Container.of((await self.call("GET", f"/api/containers/{id}")).json())

    async def create(self, image, name=None, environment=None, labels=None):
        body = {"image": image}
        body |= {key: value for key, value in (("name", name), ("environment", environment), ("labels", labels)) if value}
        return Container.of((await self.call("POST", "/api/containers", json=body)).json())

    async def start(self, id):
        await self.call("POST", f"/api/containers/{id}/start")

    async def stop(self, id):
        await self.call("POST", f"/api/containers/{id}/stop")

    async def delete(self, id):
        await self.call("DELETE", f"/api/containers/{id}")

    async def files(self, id, path="/"):
        items = (await self.call("GET", f"/api/containers/{id}/files/list", params={"path": path})).json()
        return [FileInfo(item["name"], item["path"], item.get("size", 0), item.get("is_dir", False)) for item in items]

    async def download(self, id, path):
        return (await self.call("GET", f"/api/containers/{id}/files", params={"path": path})).content

    async def upload(self, id, path, content):
        await self.call("POST", f"/api/containers/{id}/files", params={"path": path}, content=content)

    async def mkdir(self, id, path):
        await self.call("POST", f"/api/containers/{id}/files/mkdir", json={"path": path})

    async def delete_file(self, id, path):
        await self.call("DELETE", f"/api/containers/{id}/files", params={"path": path})
