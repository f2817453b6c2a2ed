import { expect, test } from "vitest";

import { barOf, isWithin } from "./sign-in-policy";

const now = new Date("2026-12-01T12:00:00Z");
const nothing = {
  needsSecondFactor: false,
  methods: [],
  sessionHours: null,
  networks: [],
  breakGlassIds: [],
};
const proof = {
  userId: "usr_1",
  role: "member",
  method: "password",
  hasSecondFactor: false,
  createdAt: new Date("2026-12-01T08:00:00Z"),
  ip: "192.0.2.7",
};

test("without a policy, and with an empty one, everybody enters", () => {
  expect(barOf(null, proof, now)).toBeNull();
  expect(barOf(nothing, proof, now)).toBeNull();
});

test("a second factor is asked of everybody but those whom an organisation proved", () => {
  const policy = { ...nothing, needsSecondFactor: true };
  expect(barOf(policy, proof, now)).toBe("second-factor");
  expect(barOf(policy, { ...proof, hasSecondFactor: true }, now)).toBeNull();
  expect(barOf(policy, { ...proof, method: "saml" }, now)).toBeNull();
});

test("other ways than the allowed ones stay outside", () => {
  const policy = { ...nothing, methods: ["organisation"] };
  expect(barOf(policy, proof, now)).toBe("method");
  expect(barOf(policy, { ...proof, method: "passkey", hasSecondFactor: true }, now)).toBe("method");
  expect(barOf(policy, { ...proof, method: "oidc" }, now)).toBeNull();
});

test("a session ends after its hours, also that of an owner for emergencies", () => {
  const policy = { ...nothing, sessionHours: 3, breakGlassIds: ["usr_1"] };
  const owner = { ...proof, role: "owner", hasSecondFactor: true };
  expect(barOf(policy, owner, now)).toBe("too-old");
  expect(barOf({ ...policy, sessionHours: 4 }, owner, now)).toBeNull();
});

test("owners for emergencies pass ways and networks with two factors, and nobody else does", () => {
  const policy = {
    ...nothing,
    methods: ["organisation"],
    networks: ["198.51.100.0/24"],
    breakGlassIds: ["usr_1"],
  };
  const owner = { ...proof, role: "owner", hasSecondFactor: true };
  expect(barOf(policy, owner, now)).toBeNull();
  expect(barOf(policy, { ...owner, hasSecondFactor: false }, now)).toBe("method");
  expect(barOf(policy, { ...owner, role: "admin" }, now)).toBe("method");
  expect(barOf(policy, { ...owner, userId: "usr_2" }, now)).toBe("method");
});

test("an address is in its own network alone, however it is written", () => {
  expect(isWithin("192.0.2.7", ["192.0.2.0/24"])).toBe(true);
  expect(isWithin("::ffff:192.0.2.7", ["192.0.2.0/24"])).toBe(true);
  expect(isWithin("192.0.3.7", ["192.0.2.0/24", "2001:db8::/32"])).toBe(false);
  expect(isWithin("2001:db8::1", ["192.0.2.0/24", "2001:db8::/32"])).toBe(true);
  expect(isWithin("unknown", ["0.0.0.0/0"])).toBe(false);
});
