import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { bigContent, contentOf, createWorld, type Fault, type World } from "../world";
import { type Doubles, startDoubles } from "./server";

const page = { things: [{ id: 1 }, { id: 2 }, { id: 3 }] };

describe("a double", () => {
  let doubles: Doubles;
  let world: World;
  beforeEach(async () => {
    world = createWorld();
    doubles = await startDoubles({
      world,
      manners: [
        {
          service: "test",
          trouble: (trouble, status) => ({ status, json: { trouble } }),
          controls: { "test.double": (value: number) => value * 2 },
          routes: [
            {
              method: "GET",
              path: "/things",
              answer: () => ({ json: page, list: "things", units: 3 }),
            },
            {
              method: "GET",
              path: "/files/:name",
              isOpen: true,
              answer: ({ params }) => ({ content: contentOf(`I am ${params.name}`) }),
            },
            {
              method: "GET",
              path: "/big",
              isOpen: true,
              answer: () => ({ content: bigContent(9_000_000) }),
            },
          ],
        },
      ],
    });
  });
  afterEach(() => doubles.close());

  const get = (path: string) => {
    const authorization = `Bearer ${doubles.tokens.issue("ana@harbour.example")}`;
    return fetch(`${doubles.url}${path}`, { headers: { authorization } });
  };
  const fault = (does: Fault["does"], times = 1) =>
    world.faults.push({ matches: () => true, times, does });
  const control = async (command: object) => {
    const body = JSON.stringify(command);
    return (await fetch(`${doubles.url}/__world`, { method: "POST", body })).json();
  };

  test("answers its routes, wants a token, and records each request", async () => {
    expect(await (await get("/things")).json()).toEqual(page);
    expect((await fetch(`${doubles.url}/things`)).status).toBe(401);
    expect(await (await get("/files/a%2Fb")).text()).toBe("I am a/b");
    expect((await get("/nothing")).status).toBe(404);
    expect(world.requests.map(({ status, units, account }) => [status, units, account])).toEqual([
      [200, 3, "ana@harbour.example"],
      [401, 0, null],
      [200, 0, "ana@harbour.example"],
    ]);
  });

  test("a token ends by the clock of the world", async () => {
    const authorization = `Bearer ${doubles.tokens.issue("ana@harbour.example", { seconds: 60 })}`;
    const status = async () =>
      (await fetch(`${doubles.url}/things`, { headers: { authorization } })).status;
    expect(await status()).toBe(200);
    world.advance(61_000);
    expect(await status()).toBe(401);
  });

  test.each([
    [{ kind: "throttle", status: 429, retryAfter: 7 }, 429],
    [{ kind: "status", status: 410, body: { gone: true } }, 410],
    [{ kind: "html-error" }, 502],
    [{ kind: "gone-between" }, 404],
  ] as [Fault["does"], number][])("makes the trouble %o", async (does, status) => {
    fault(does);
    const response = await get("/things");
    expect(response.status).toBe(status);
    expect(response.headers.get("retry-after")).toBe(status === 429 ? "7" : null);
    expect((await get("/things")).status).toBe(200);
  });

  test("breaks connections and bodies", async () => {
    fault({ kind: "reset" });
    await expect(get("/things")).rejects.toThrow();
    fault({ kind: "cut", afterBytes: 20 });
    await expect(get("/things").then((response) => response.text())).rejects.toThrow();
    fault({ kind: "wrong-length" });
    const whole = JSON.stringify(page);
    expect(await (await get("/things")).text()).toBe(whole.slice(0, -3));
  });

  test("lists a thing twice, or in another order", async () => {
    const ids = async () => {
      const { things } = (await (await get("/things")).json()) as typeof page;
      return things.map(({ id }) => id);
    };
    fault({ kind: "duplicate-page" });
    expect(await ids()).toEqual([1, 2, 3, 1]);
    fault({ kind: "reorder" });
    expect(await ids()).toEqual([3, 2, 1]);
  });

  test("sends large bodies in parts", async () => {
    const body = await (await get("/big")).arrayBuffer();
    expect(body.byteLength).toBe(9_000_000);
    expect(doubles.sent.bytes).toBe(9_000_000);
  });

  test("the world can be changed from outside", async () => {
    await control({ do: "addPerson", with: ["ana@harbour.example", "Ana"] });
    const drive = (await control({
      do: "addDrive",
      with: [{ service: "google", name: "Drive" }],
    })) as {
      result: { id: string };
    };
    const content = { $text: "Hello" };
    const file = (await control({
      do: "addFile",
      with: [{ driveId: drive.result.id, name: "A.txt", content }],
    })) as {
      result: { id: string };
    };
    await control({ do: "renameFile", with: [file.result.id, "B.txt"] });
    expect(world.files.get(file.result.id)).toMatchObject({ name: "B.txt", content: { size: 5 } });
    expect(await control({ do: "test.double", with: [21] })).toMatchObject({ result: 42 });
    expect(await control({ do: "explode" })).toHaveProperty("error");
    await control({
      do: "fault",
      with: [{ path: "/things", does: { kind: "status", status: 500 } }],
    });
    expect((await get("/files/x")).status).toBe(200);
    expect((await get("/things")).status).toBe(500);
    const overview = await (await fetch(`${doubles.url}/__world`)).json();
    expect(overview).toMatchObject({ services: ["test"], files: 1, units: 0 });
  });
});
