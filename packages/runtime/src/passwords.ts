import type { Passwords } from "@besunny/core/context";
import { hash, verify } from "@node-rs/argon2";

/** argon2id with the minimum parameters of OWASP's password storage sheet: 19 MiB, 2 passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const passwords: Passwords = {
  hash: (password) => hash(password, cost),
  verify: (stored, password) => verify(stored, password).catch(() => false),
};
