import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

import { afterEach, describe, expect, it, test } from "vitest";

import { AddressRefused, createAddressGuard, isPublicUnicast } from "./guarded-address";
import { AnswerTooLarge, createGuardedFetch, resolveGuarded } from "./guarded-fetch";

const servers: Server[] = [];
let connections = 0;

afterEach(async () => {
  connections = 0;
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener).on("connection", () => {
    connections += 1;
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** A lookup that answers from a list, one answer after the other. */
const answering = (...answers: string[][]) => {
  let asked = 0;
  const lookup = (_: string, __: object, done: (error: null, found: never[]) => void) => {
    const addresses = answers[Math.min(asked++, answers.length - 1)] ?? [];
    const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    done(null, found as never[]);
  };
  return { lookup: lookup as never, asked: () => asked };
};

const own = ["127.0.0.1"];

describe("an address of the public network", () => {
  test.each(["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])("%s is", (ip) =>
    expect(isPublicUnicast(ip)).toBe(true),
  );

  test.each([
    ["loopback", "127.0.0.1"],
    ["this machine", "0.0.0.0"],
    ["private", "10.1.2.3"],
    ["private", "172.16.0.1"],
    ["private", "192.168.1.1"],
    ["shared by a carrier", "100.100.100.200"],
    ["metadata of a cloud", "169.254.169.254"],
    ["metadata of a cloud", "192.0.0.192"],
    ["metadata of a cloud", "168.63.129.16"],
    ["metadata of a cloud", "fd00:ec2::254"],
    ["for examples", "203.0.113.5"],
    ["multicast", "224.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["loopback", "::1"],
    ["unspecified", "::"],
    ["IPv4-mapped loopback", "::ffff:127.0.0.1"],
    ["IPv4-mapped loopback", "::ffff:7f00:1"],
    ["IPv4-compatible loopback", "::127.0.0.1"],
    ["IPv4-translated loopback", "::ffff:0:7f00:1"],
    ["NAT64 of loopback", "64:ff9b::7f00:1"],
    ["NAT64 of metadata", "64:ff9b::a9fe:a9fe"],
    ["NAT64 of the own network", "64:ff9b:1::808:808"],
    ["6to4 of loopback", "2002:7f00:1::"],
    ["6to4 of a public address", "2002:808:808::1"],
    ["Teredo", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    ["unique local", "fc00::1"],
    ["link local", "fe80::1"],
    ["outside of what is given out", "4000::1"],
    ["no address", "example.org"],
  ])("%s is not: %s", (_, ip) => expect(isPublicUnicast(ip)).toBe(false));

  it("has neighbours that an operator allows by network, address and name", () => {
    const guard = createAddressGuard(["10.1.0.0/16", "192.168.7.7", "Mail.Example.lan"]);
    expect(["10.1.200.3", "192.168.7.7", "::ffff:10.1.0.1"].map(guard.allows)).not.toContain(false);
    expect(["10.2.0.1", "192.168.7.8", "127.0.0.1"].map(guard.allows)).not.toContain(true);
    expect(guard.trustsHost("mail.example.lan.")).toBe(true);
    expect(guard.trustsHost("other.example.lan")).toBe(false);
  });
});

describe("guarded fetch", () => {
  it("answers from an allowed address", async () => {
    const port = await serve((_, response) => response.end("Hello"));
    const response = await createGuardedFetch({ allowList: own })(`http://127.0.0.1:${port}/`);
    expect(await response.text()).toBe("Hello");
  });

  test.each(["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::ffff:127.0.0.1]", "localhost"])(
    "dials nothing for %s",
    async (host) => {
      const port = await serve((_, response) => response.end());
      const asked = createGuardedFetch()(`http://${host}:${port}/`);
      await expect(asked).rejects.toBeInstanceOf(AddressRefused);
      expect(connections).toBe(0);
    },
  );

  it("dials nothing if one of the addresses of a name is not public", async () => {
    const port = await serve((_, response) => response.end());
    const { lookup } = answering(["8.8.8.8", "127.0.0.1"]);
    const asked = createGuardedFetch({ lookup })(`http://rebound.example:${port}/`);
    await expect(asked).rejects.toBeInstanceOf(AddressRefused);
    expect(connections).toBe(0);
  });

  it("dials the address that was checked, and asks for the name once", async () => {
    const port = await serve((request, response) => response.end(request.headers.host));
    const { lookup, asked } = answering(["127.0.0.1"], ["127.0.0.2"]);
    const fetch = createGuardedFetch({ allowList: own, lookup });
    const response = await fetch(`http://rebound.example:${port}/`);
    expect(await response.text()).toBe(`rebound.example:${port}`);
    expect(asked()).toBe(1);
  });

  it("resolves a host for other protocols by the same rules", async () => {
    await expect(resolveGuarded("127.0.0.1", [])).rejects.toBeInstanceOf(AddressRefused);
    await expect(
      resolveGuarded("mail.example", [], answering(["10.0.0.1"]).lookup),
    ).rejects.toBeInstanceOf(AddressRefused);
    expect(await resolveGuarded("mail.example", [], answering(["8.8.8.8"]).lookup)).toBe("8.8.8.8");
    expect(await resolveGuarded("127.0.0.1", own)).toBe("127.0.0.1");
  });

  test.each(["ftp://example.org/", "file:///etc/passwd", "http://ana:secret@example.org/"])(
    "does not ask %s",
    async (url) => expect(createGuardedFetch()(url)).rejects.toBeInstanceOf(AddressRefused),
  );
});

describe("a redirect", () => {
  it("is an answer like any other", async () => {
    const port = await serve((_, response) => {
      response.writeHead(302, { location: "http://169.254.169.254/latest/" }).end();
    });
    const response = await createGuardedFetch({ allowList: own })(`http://127.0.0.1:${port}/`);
    expect(response.status).toBe(302);
  });

  it("is followed when asked for, and checked again", async () => {
    const port = await serve((_, response) => {
      response.writeHead(302, { location: "http://169.254.169.254/latest/" }).end();
    });
    const fetch = createGuardedFetch({ allowList: own });
    const asked = fetch(`http://127.0.0.1:${port}/`, { mostRedirects: 3 });
    await expect(asked).rejects.toBeInstanceOf(AddressRefused);
    expect(connections).toBe(1);
  });

  it("does not carry a right to another host", async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end("There");
    });
    const port = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: `http://127.0.0.1:${other}/` }).end();
    });
    const fetch = createGuardedFetch({ allowList: own });
    const headers = { authorization: "Bearer secret" };
    const response = await fetch(`http://127.0.0.1:${port}/`, { mostRedirects: 1, headers });
    expect(await response.text()).toBe("There");
    expect(seen).toEqual(["Bearer secret", undefined]);
  });

  it("ends after as many as were asked for", async () => {
    const port = await serve((_, response) => response.writeHead(302, { location: "/" }).end());
    const fetch = createGuardedFetch({ allowList: own });
    const response = await fetch(`http://127.0.0.1:${port}/`, { mostRedirects: 4 });
    expect(response.status).toBe(302);
  });
});

describe("an answer", () => {
  it("is read to the limit of bytes, also if it was packed", async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(gzipSync(Buffer.alloc(4_000_000)));
    });
    const fetch = createGuardedFetch({ allowList: own });
    const response = await fetch(`http://127.0.0.1:${port}/`, { mostBytes: 100_000 });
    await expect(response.arrayBuffer()).rejects.toBeInstanceOf(AnswerTooLarge);
  });

  it("that never ends is given up", async () => {
    const port = await serve((_, response) => void response.write("a"));
    const fetch = createGuardedFetch({ allowList: own });
    const response = await fetch(`http://127.0.0.1:${port}/`, { timeoutMs: 100 });
    await expect(response.text()).rejects.toMatchObject({ name: "TimeoutError" });
  });
});
