import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { Obstacle } from "./say.mjs";
import { portOf } from "./variables.mjs";

/** The three doors, from WEB_PORT, ADMIN_PORT and WORKER_PORT. Throws `Obstacle` for a bad or a shared one. */
export function readPorts() {
  const ports = {
    web: portOf("WEB_PORT", 3000),
    admin: portOf("ADMIN_PORT", 3001),
    worker: portOf("WORKER_PORT", 3002),
  };
  const numbers = Object.values(ports);
  if (new Set(numbers).size === numbers.length) return ports;
  throw new Obstacle(
    `WEB_PORT, ADMIN_PORT and WORKER_PORT must differ; they are ${numbers.join(", ")}.`,
    "Change one of them.",
  );
}

/** Throws `Obstacle`, naming who is there if it can be seen, when one of the ports is taken. */
export async function requireFree(ports) {
  for (const [name, port] of Object.entries(ports)) {
    const code = await tryPort(port);
    if (code === null) continue;
    const variable = `${name.toUpperCase()}_PORT`;
    if (code === "EACCES")
      throw new Obstacle(
        `Port ${port} (${name}) may only be used by root.`,
        `Start with another: ${variable}=${port + 8000} npm start`,
      );
    const occupant = occupantOf(port);
    throw new Obstacle(
      `Port ${port}, which ${name} needs, is taken${occupant ? ` by ${occupant}` : " by another program"}.`,
      `End that program, or start with another port: ${variable}=${port + 100} npm start`,
    );
  }
}

/** A free port for each of the names, from `from` upwards. */
export async function freePorts(names, from) {
  const ports = {};
  let port = from;
  for (const name of names) {
    while ((await tryPort(port)) !== null) port += 1;
    ports[name] = port;
    port += 1;
  }
  return ports;
}

function tryPort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code));
    server.listen(port, () => server.close(() => resolve(null)));
  });
}

/** The process that listens, from Linux's tables; null where they are missing or closed to us. */
function occupantOf(port) {
  try {
    const sockets = listeningSockets(port);
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name)))
      if (holdsOneOf(pid, sockets)) {
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" ").trim();
        return `process ${pid} (${command.slice(0, 80)})`;
      }
  } catch {
    // Not Linux.
  }
  return null;
}

function listeningSockets(port) {
  const wanted = port.toString(16).toUpperCase().padStart(4, "0");
  const rows = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) => {
    try {
      return readFileSync(table, "utf8").split("\n").slice(1);
    } catch {
      return [];
    }
  });
  const found = rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, local = "", , state]) => local.endsWith(`:${wanted}`) && state === "0A");
  return new Set(found.map((columns) => `socket:[${columns[9]}]`));
}

function holdsOneOf(pid, sockets) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`));
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
}
