"use client";

import { can } from "@besunny/api/browser/policy";
import { signOut } from "@besunny/web-kit/entry/session";
import {
  Building2,
  FolderPlus,
  FolderUp,
  Keyboard,
  ListTodo,
  LogOut,
  Monitor,
  Moon,
  ScrollText,
  Settings,
  Sun,
  Upload,
  UserPlus,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import type { ReactNode } from "react";

import { useFirstSteps } from "~/first-steps/use-first-steps";
import { useTray } from "~/upload/tray-context";

import { roomsOf } from "../navigation";
import { useShell } from "../shell-context";
import { useOpenWorkspace } from "../use-open-workspace";

const looks = [
  { name: "light", icon: Sun },
  { name: "dark", icon: Moon },
  { name: "system", icon: Monitor },
] as const;

/** An item of the command menu. A rare one is shown when its words are typed. */
type Item = {
  id: string;
  label: string;
  icon: ReactNode;
  shortcut?: string;
  isRare?: boolean;
  run: () => void;
};

/** Returns the items that do not depend on the typed words: actions and places to go. */
export function useKnownItems(close: () => void): { actions: Item[]; places: Item[] } {
  const t = useTranslations("shell");
  const tp = useTranslations("palette");
  const to = useTranslations("onboarding");
  const { reopen } = useFirstSteps();
  const router = useRouter();
  const { openShortcuts, role, session } = useShell();
  const { pickFiles, mayUpload } = useTray();
  const { setTheme } = useTheme();
  const openWorkspace = useOpenWorkspace();
  const settings = [
    "profile",
    "notices",
    "sessions",
    "members",
    "keys",
    ...(can(role, "type.manage") ? (["types"] as const) : []),
    ...(can(role, "workspace.update") ? (["workspace"] as const) : []),
  ] as const;
  const then = (run: () => void) => () => {
    close();
    run();
  };
  const goes = (href: string) => then(() => router.push(href));

  return {
    actions: [
      ...(mayUpload
        ? [
            {
              id: "upload-files",
              label: t("uploadFiles"),
              icon: <Upload />,
              run: then(() => pickFiles("files")),
            },
            {
              id: "upload-folder",
              label: t("uploadFolder"),
              icon: <FolderUp />,
              run: then(() => pickFiles("folder")),
            },
          ]
        : []),
      ...(can(role, "project.create")
        ? [
            {
              id: "new-project",
              label: tp("newProject"),
              icon: <FolderPlus />,
              run: goes("/projects?new=true"),
            },
          ]
        : []),
      ...(can(role, "member.invite")
        ? [
            {
              id: "invite",
              label: tp("invite"),
              icon: <UserPlus />,
              run: goes("/settings?tab=members"),
            },
          ]
        : []),
      {
        id: "keys",
        label: t("keys"),
        icon: <Keyboard />,
        shortcut: "?",
        run: then(openShortcuts),
      },
      {
        id: "first-steps",
        label: to("reopen"),
        icon: <ListTodo />,
        isRare: true,
        run: then(() => void reopen().then(() => router.push("/"))),
      },
      ...looks.map(({ name, icon: Icon }) => ({
        id: `look-${name}`,
        label: tp(`look_${name}`),
        icon: <Icon />,
        isRare: true,
        run: then(() => setTheme(name)),
      })),
      {
        id: "sign-out",
        label: tp("signOut"),
        icon: <LogOut />,
        isRare: true,
        run: then(() => void signOut()),
      },
    ],
    places: [
      ...roomsOf(role).map(({ name, href, key, icon: Icon }) => ({
        id: `go-${name}`,
        label: t(name),
        icon: <Icon />,
        shortcut: `g ${key}`,
        run: goes(href),
      })),
      ...(can(role, "audit.read")
        ? [
            {
              id: "go-audit",
              label: t("auditLog"),
              icon: <ScrollText />,
              run: goes("/settings/audit"),
            },
          ]
        : []),
      ...settings.map((tab) => ({
        id: `settings-${tab}`,
        label: tp(`settings_${tab}`),
        icon: <Settings />,
        isRare: true,
        run: goes(`/settings?tab=${tab}`),
      })),
      ...session.workspaces
        .filter(({ id }) => id !== session.workspaceId)
        .map(({ id, name }) => ({
          id: `workspace-${id}`,
          label: tp("openWorkspace", { name }),
          icon: <Building2 />,
          isRare: true,
          run: then(() => openWorkspace(id)),
        })),
    ],
  };
}
