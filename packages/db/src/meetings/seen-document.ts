import type { Prisma } from "../generated/client";
import type { Scope } from "../scope";

/** The condition of what is read with a transcript: the principals see it, and it is not in the trash. */
export const seenDocument = ({
  principals,
}: Pick<Scope, "principals">): Prisma.DocumentWhereInput => ({
  access: { hasSome: [...principals] },
  trashedAt: null,
});
