import { z } from "zod";
import { cursorInput } from "../cursor-input";
import { query } from "../operation/query";
import { pageOf } from "../shapes";
import { Project } from "./contract";

export const listProjects = query("projects.list-projects", {
  title: "List projects",
  permission: "project.read",
  input: z.object({
    archived: z.boolean().optional(),
    cursor: cursorInput,
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: pageOf(Project),
  doors: ["web", "rest"],

  handle: ({ projects }, { archived, cursor, limit }) =>
    projects.list({ archived, limit, cursor: cursor ?? undefined }),
});
