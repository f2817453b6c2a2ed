import { z } from "zod";

import { notFound } from "../errors";
import { command } from "../operation/command";
import { secret } from "../operation/secret";
import { nothing } from "../shapes";
import { ofConnection } from "./contract";

/** Keeps the sealed secret by which an issuer knows us. */
export const keepSecret = command("sso.keep-secret", {
  title: "Keep the secret of a sign-in",
  permission: "signIn.manage",
  input: ofConnection.extend({ sealed: secret(z.instanceof(Uint8Array)) }),
  output: nothing,
  doors: [],

  async handle({ ssoConnections }, { id, sealed }) {
    if (!(await ssoConnections.keepSecret(id, Uint8Array.from(sealed)))) notFound("Sign-in", id);
  },
});
