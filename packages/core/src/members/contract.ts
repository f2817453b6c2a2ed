import { z } from "zod";

import { roles } from "../access/actions";
import { idIn, instant } from "../shapes";

/** The roles that members invite in. Owners make owners of present members; an admin of the platform invites owners too. */
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
  role: z.enum(roles),
  createdAt: instant,
  expiresAt: instant,
});
