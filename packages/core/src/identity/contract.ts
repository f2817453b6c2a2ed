import { z } from "zod";

import { secret } from "../operation/secret";

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email("This does not look like an email address"));

/** Length is what counts (NIST SP 800-63B); the upper bound keeps hashing cheap. */
export const newPassword = secret(
  z.string().min(10, "Use at least 10 characters").max(200, "Use at most 200 characters"),
);

export const givenPassword = secret(z.string().min(1, "Enter your password").max(200));
export const personName = z.string().trim().min(1, "Enter your name").max(120);
