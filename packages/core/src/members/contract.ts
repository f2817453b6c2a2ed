import { z } from "zod";

import { roles } from "../access/actions";
import { idIn, instant } from "../shapes";

/** The roles that a person can be invited in. Only owners make owners, and only of present members. */
export const InvitedRole = z.enum(roles).exclude(["owner"]);

/** A person of the workspace with their role. */
export const Member = z.object({
  userId: idIn("usr"),
  role: z.enum(roles),
  createdAt: instant,
  name: z.string(),
  email: z.string(),
});

/** An open invitation, without its link. */
export const Invitation = z.object({
  id: idIn("inv"),
  email: z.string(),
  role: InvitedRole,
  createdAt: instant,
  expiresAt: instant,
});
