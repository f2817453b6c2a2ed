import { z } from "zod";
import { cursorInput } from "../cursor-input";
import { query } from "../operation/operation";

export const listProjects = query({
  action: "project.read",
  input: z.object({
    archived: z.boolean().optional(),
    cursor: cursorInput,
    limit: z.number().int().min(1).max(200).default(50),
  }),
  run: ({ projects }, { archived, cursor, limit }) =>
    projects.list({ archived, limit, cursor: cursor ?? undefined }),
});
