import { can, type Role } from "@besunny/api/browser/policy";
import {
  ChartNoAxesCombined,
  Contact,
  FolderOpen,
  House,
  Layers,
  LayoutDashboard,
  Library,
  ListChecks,
  ListTodo,
  MessageCircleQuestion,
  MessagesSquare,
  Plug,
  Search,
  Settings,
  Trash2,
  Workflow,
} from "lucide-react";

/** Every room of the web app, in the order of the sidebar. `key` follows `g`. */
const allRooms = [
  { name: "home", href: "/", key: "h", icon: House },
  { name: "library", href: "/library", key: "l", icon: Library },
  { name: "search", href: "/search", key: "s", icon: Search },
  { name: "ask", href: "/ask", key: "a", icon: MessageCircleQuestion },
  { name: "review", href: "/review", key: "r", icon: ListChecks },
  { name: "meetings", href: "/meetings", key: "m", icon: MessagesSquare },
  { name: "actionItems", href: "/actions", key: "x", icon: ListTodo },
  { name: "projects", href: "/projects", key: "p", icon: FolderOpen },
  { name: "entities", href: "/entities", key: "e", icon: Contact },
  { name: "batches", href: "/batches", key: "b", icon: Layers },
  { name: "sources", href: "/sources", key: "o", icon: Plug },
  { name: "analytics", href: "/analytics", key: "f", icon: ChartNoAxesCombined },
  { name: "dashboards", href: "/dashboards", key: "d", icon: LayoutDashboard },
  { name: "automations", href: "/automations", key: "u", icon: Workflow },
  { name: "trash", href: "/trash", key: "t", icon: Trash2 },
  { name: "settings", href: "/settings", key: "c", icon: Settings },
] as const;

export type Room = (typeof allRooms)[number];

/** Returns the rooms that somebody in this role finds use for. */
export function roomsOf(role: Role): Room[] {
  return allRooms.filter(({ name }) => {
    if (name === "review") return can(role, "document.correct");
    if (name === "automations") return can(role, "automation.read");
    return name !== "analytics" || can(role, "audit.read");
  });
}

/** Returns true if the path belongs to the part of the app that begins at `href`. */
export function isIn(href: string, path: string): boolean {
  if (href === "/library" && path.startsWith("/documents")) return true;
  return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
}
