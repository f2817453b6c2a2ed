"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Input } from "@besunny/ui/fields/input";
import { MessageCircleQuestion, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";

import { SuggestedQuestions } from "./suggested-questions";

/** One line for both: Enter asks, the other button searches. */
export function AskLine() {
  const t = useTranslations("home");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);

  function go(path: "/ask" | "/search") {
    const words = String(new FormData(form.current ?? undefined).get("q") ?? "").trim();
    router.push(words ? `${path}?q=${encodeURIComponent(words)}` : path);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    go("/ask");
  }

  return (
    <div>
      <form ref={form} onSubmit={submit} className="flex flex-wrap gap-2">
        <Input
          name="q"
          type="search"
          aria-label={t("ask")}
          placeholder={t("ask")}
          maxLength={2000}
          className="h-10 min-w-0 flex-1 basis-64 text-lg"
        />
        <Button type="submit" size="lg" icon={<MessageCircleQuestion aria-hidden />}>
          {t("askButton")}
        </Button>
        <Button size="lg" icon={<Search aria-hidden />} onClick={() => go("/search")}>
          {t("searchButton")}
        </Button>
      </form>
      <SuggestedQuestions />
    </div>
  );
}
