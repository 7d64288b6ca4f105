"""The words that pages are furnished with, casefolded: markers, widgets, headings, months, agencies."""

from __future__ import annotations

AD_MARKERS = frozenset({
    "ad", "ads", "advert", "advertisement", "advertisements", "advertising",
    "advertisement continue reading the main story", "advertisement - continue reading below",
    "advertisement. scroll to continue reading", "ad feedback", "anuncio", "anzeige",
    "article continues after advertisement", "article continues below", "article continues below advertisement",
    "continue reading below", "continue reading the main story", "continues below advertisement", "iklan",
    "mainos", "paid content", "paid post", "publicidad", "publicidade", "publicité", "pubblicità", "reklama",
    "reklam", "scroll to continue", "scroll to continue with content", "skip ad", "skip advertisement",
    "sponsored", "sponsored content", "story continued below", "story continues after advertisement",
    "story continues below", "story continues below advertisement", "the story continues below", "werbung",
    "реклама", "広告", "广告", "광고",
})  # fmt: skip

WIDGETS = frozenset({
    "accept", "analysis/opinion", "available on", "breaking news", "cookie policy", "follow us", "follow us on",
    "get app", "home", "newsletter", "newsletters", "sections", "watch video", "back to top", "buffer", "caption",
    "click to tweet", "close", "cookie settings", "copy link", "copy link to clipboard", "download", "embed",
    "enlarge this image", "facebook", "feedback", "flip", "full screen", "fullscreen", "get it", "get started",
    "hide caption", "highlights", "jump directly to the content", "jump to comments", "learn more", "linkedin",
    "listen", "listen now", "load more", "loading", "loading comments", "log in", "login", "media", "more",
    "mute", "next", "now playing", "original content", "photo", "photos", "pinterest", "play", "play video",
    "previous", "print", "print article", "reddit", "replay", "reply", "report ad", "save", "scroll down",
    "scroll down for video", "search", "see more", "share", "share this", "share this article", "share this post",
    "share this story", "shares", "sharing is caring", "show caption", "show comments", "show more", "sign in",
    "sign up", "skip to content", "skip to main content", "slideshow", "something went wrong", "submit",
    "subscribe", "subscribe now", "text", "text size", "thank you", "toggle caption", "transcript", "tweet",
    "twitter", "unmute", "video", "view comments", "view gallery", "view results", "watch", "watch live",
    "watch now", "whatsapp",
})  # fmt: skip
"""Whole lines that are buttons and labels."""

SHARE_WORDS = frozenset({
    "copy", "email", "facebook", "flipboard", "google", "googleplus", "linkedin", "messenger", "pinterest",
    "pocket", "post", "print", "reddit", "save", "share", "shares", "sms", "snapchat", "telegram", "tumblr",
    "tweet", "twitter", "whatsapp",
})  # fmt: skip
BUTTON_WORDS = SHARE_WORDS | frozenset({
    "a", "add", "article", "button", "by", "click", "comment", "comments", "friend", "icon", "in", "link",
    "listen", "more", "new", "on", "open", "opens", "or", "page", "plus", "story", "the", "this", "to", "via",
    "video", "view", "window", "with",
})  # fmt: skip
"""What else stands on rows of share buttons."""

COMMENT_HEADINGS = frozenset({
    "add a comment", "comment", "comments", "comments are closed", "conversation", "deixe um comentário",
    "deixe uma resposta", "deja un comentario", "deja una respuesta", "discussion", "join the conversation",
    "join the discussion", "laisser un commentaire", "lascia un commento", "leave a comment", "leave a reply",
    "leave your comment", "post a comment", "post your comment", "reader comments", "schreibe einen kommentar",
    "share your thoughts", "show comments", "start the conversation", "tinggalkan balasan", "view comments",
    "what do you think", "write a comment", "комментарии", "добавить комментарий",
})  # fmt: skip
COMMENT_WORDS = frozenset({
    "comment", "comments", "comentario", "comentarios", "comentário", "comentários", "commentaire",
    "commentaires", "kommentar", "kommentare", "reactie", "reacties", "replies", "responses", "tanggapan",
    "thoughts", "комментариев",
})  # fmt: skip
"""What a number stands before at the head of a page's comments ("2 comments")."""

LINK_HEADINGS = frozenset({
    "about the author", "about the authors", "also on", "also read", "also watch", "around the web", "don't miss",
    "editor's picks", "editors' picks", "filed under", "further reading", "from our partners",
    "in case you missed it", "keep reading", "latest", "latest news", "latest stories", "latest videos",
    "more coverage", "more for you", "more like this", "more news", "more on this", "more on this story",
    "more on this topic", "more stories", "more to read", "more videos", "most popular", "most read",
    "most recent", "most viewed", "most watched", "must read", "must reads", "must watch", "our latest stories",
    "partner news", "people also read", "popular", "popular articles", "popular in the community", "popular news",
    "popular now", "popular stories", "promoted stories", "read also", "read more", "read next", "recent posts",
    "recommended", "recommended for you", "recommended stories", "related", "related article", "related articles",
    "related content", "related coverage", "related news", "related posts", "related reading", "related stories",
    "related story", "related topics", "related video", "related videos", "see also", "similar articles",
    "sponsored stories", "stories for you", "suggested reading", "tags", "top news", "top stories", "topics",
    "topics in this article", "trending", "trending now", "trending stories", "up next", "watch more",
    "what to read next", "you may also like", "you might also like", "you might be interested in",
})  # fmt: skip

RELATED_OPENINGS = (
    "also read", "also see", "also watch", "don't miss", "further reading", "learn more", "more", "must read",
    "previously", "read also", "read more", "read next", "recommended", "related", "related article",
    "related articles", "related coverage", "related post", "related posts", "related stories", "related story",
    "related video", "see also", "see more", "watch also", "watch more", "you may also like",
    "you might also like",
)  # fmt: skip
"""With a colon after them, these open a link to another story."""

MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
})  # fmt: skip
TIME_WORDS = MONTHS | frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed",
    "thu", "thur", "thurs", "fri", "sat", "sun", "a.m", "p.m", "am", "pm", "et", "est", "edt", "ct", "cst", "cdt",
    "mt", "mst", "mdt", "pt", "pst", "pdt", "gmt", "bst", "utc", "ist", "cet", "cest", "amt", "local", "eastern",
    "pacific", "central", "time", "today", "yesterday", "noon", "midnight", "ago", "day", "days", "hour", "hours",
    "hr", "hrs", "min", "mins", "minute", "minutes", "month", "months", "week", "weeks", "year", "years",
})  # fmt: skip
STAMP_WORDS = frozenset({
    "created", "first", "last", "modified", "most", "original", "originally", "posted", "published", "publish",
    "recent", "update", "updated", "updates",
})  # fmt: skip
STAMP_FILLERS = frozenset({
    "a", "an", "article", "at", "by", "date", "has", "been", "here", "in", "is", "it", "of", "on", "piece",
    "post", "report", "since", "story", "the", "this", "was",
})  # fmt: skip

AGENCIES = (
    "AFP", "AP", "AP Images", "AP Photo", "Alamy", "Anadolu", "Associated Press", "Bloomberg", "Corbis", "EPA",
    "EPA-EFE", "EFE", "Getty", "Getty Contributor", "Getty Images", "Landov", "Newscom", "NurPhoto", "PA",
    "PA Wire", "Pool", "REUTERS", "Redux", "Reuters", "Reuters Photo", "Rex", "Shutterstock", "Sipa", "Sipa USA",
    "TASS", "TNS", "UPI", "Xinhua", "Zuma Press", "ZUMA", "ZUMAPRESS", "dpa", "iStock", "GETTY", "File", "Files",
    "File Photo",
)  # fmt: skip
"""Who pictures are credited to."""

AUTHOR_NOUNS = frozenset({
    "activist", "analyst", "anchor", "attorney", "author", "blogger", "chairman", "chief", "co-founder",
    "columnist", "curator", "economist", "commentator", "contributor", "correspondent", "critic", "director",
    "editor", "educator", "fellow", "founder", "freelancer", "host", "intern", "journalist", "lawyer", "lecturer",
    "novelist", "podcaster", "president", "producer", "professor", "reporter", "researcher", "scholar",
    "strategist", "teacher", "writer",
})  # fmt: skip
"""What the note at an article's end calls its author."""

TRANSLATED = (
    "traducido autom", "traducida autom", "traducción autom", "traduit autom", "traduction autom",
    "automatisch übersetzt", "maschinell übersetzt", "traduzido autom", "tradução autom", "tradotto autom",
    "traduzione autom", "automatisch vertaald", "automatycznie przetłumaczon", "przetłumaczona automatycznie",
    "otomatik olarak çevril", "diterjemahkan secara otomatis", "tự động dịch", "автоматически перевед",
    "переведен автоматически", "автоматично переклад", "自動翻訳", "自动翻译", "机器翻译", "自動翻譯",
    "자동 번역", "자동으로 번역",
    "تمت ترجمة", "ترجمة آلية", "automatically translated", "translated automatically", "machine translation",
    "machine-translated", "translated by google", "powered by google translate",
)  # fmt: skip
"""Stems by which a page says, in the reader's language, that a machine translated it."""

READ_IN = (
    "read in ", "read this in ", "read this article in ", "read this story in ", "leer en ", "lea en ",
    "léalo en ", "lee este artículo en ", "lee en ", "leia em ", "leia em ", "lire en ", "lire cet article en ",
    "auf deutsch lesen", "leggi in ", "читать на ", "читайте на ", "阅读", "この記事を",
)  # fmt: skip
"""How a line offers the article in another language."""
