import dgram from "node:dgram";
import net from "node:net";

/** A file can make its reader call nobody. Pipes of the machine stay. */
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

/** Node's own callers pack what they were given into a list. */
function isPipe(given: unknown[]): boolean {
  const [first] = Array.isArray(given[0]) ? given[0] : given;
  return (
    typeof first === "object" && first !== null && "path" in first && typeof first.path === "string"
  );
}
