import {
  Activity,
  Building2,
  CalendarClock,
  Coins,
  Component,
  FileText,
  LayoutDashboard,
  ScrollText,
  SearchCheck,
  ServerCog,
  ToggleRight,
  Users,
} from "lucide-react";

/** The rooms of the admin app, in the order of the sidebar. `key` follows `g`. */
export const rooms = [
  { name: "overview", href: "/", key: "o", icon: LayoutDashboard },
  { name: "documents", href: "/documents", key: "d", icon: FileText },
  { name: "operations", href: "/operations", key: "r", icon: Activity },
  { name: "workspaces", href: "/workspaces", key: "w", icon: Building2 },
  { name: "people", href: "/people", key: "p", icon: Users },
  { name: "search", href: "/search", key: "s", icon: SearchCheck },
  { name: "models", href: "/models/cost", key: "m", icon: Coins },
  { name: "schedules", href: "/schedules", key: "c", icon: CalendarClock },
  { name: "audit", href: "/audit", key: "a", icon: ScrollText },
  { name: "flags", href: "/flags", key: "f", icon: ToggleRight },
  { name: "system", href: "/system", key: "y", icon: ServerCog },
  { name: "kit", href: "/kit", key: "k", icon: Component },
] as const;

/** The number of rooms that a narrow screen has place for; the menu offers the others. */
export const roomsInBar = 4;

export function isIn(href: string, path: string): boolean {
  return href === path || (href !== "/" && path.startsWith(`${href}/`));
}
