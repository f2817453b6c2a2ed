/** Loaded before a worker (`--import`): its clock jumps by hours, forward and back, several times a second. */
const RealDate = Date;
const hour = 3_600_000;
let offset = 0;

const now = () => RealDate.now() + offset;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, parameters: [], newTarget) =>
    Reflect.construct(target, parameters.length === 0 ? [now()] : parameters, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) =>
    name === "now" ? now : Reflect.get(target, name, receiver === target ? target : receiver),
});

setInterval(() => {
  offset = Math.round((Math.random() * 2 - 1) * 5 * hour);
}, 300).unref();
