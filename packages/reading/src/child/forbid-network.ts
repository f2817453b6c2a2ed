import dgram from "node:dgram";
import net from "node:net";

/** Disables the network in the child, so that no file can make its reader connect. Pipes of the machine still work. */
export function forbidNetwork(): void {
  const refuse = () => {
    throw new Error("Reading a file needs no network.");
  };
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (this: net.Socket, ...given: unknown[]) {
    return isPipe(given) ? Reflect.apply(connect, this, given) : refuse();
  };
  net.Server.prototype.listen = refuse;
  dgram.Socket.prototype.send = refuse;
  dgram.Socket.prototype.bind = refuse;
  globalThis.fetch = refuse;
}

/** Returns true for a pipe. Node's own callers pass their arguments as one list. */
function isPipe(given: unknown[]): boolean {
  const [first] = Array.isArray(given[0]) ? given[0] : given;
  return (
    typeof first === "object" && first !== null && "path" in first && typeof first.path === "string"
  );
}
