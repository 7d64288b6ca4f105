"""How furniture is worded, one pattern a line, for casefolded text with straight apostrophes if not said otherwise.

None has a repetition inside a repetition, and each is tried on lines of bounded length only.
"""

from __future__ import annotations

import re

from reader.text.clean.lexicon import AGENCIES, RELATED_OPENINGS


def any_of(*patterns: str) -> re.Pattern[str]:
    """Return one pattern that matches where any of ``patterns`` does."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


PLAYER = any_of(
    r"just watched\b.*\breplay\b",
    r"media playback is (?:un|not )supported",
    r"facebook twitter pinterest\b",
    r"image \d+ of(?: /)? \d+$",
    r"(?:enlarge this image|toggle caption)\b",
    r"play video \d",
    r"(?:current|remaining) time\s+\W?\d",
    r"duration\s+\d",
    r"stream type\s+live$",
    r"loaded: \d",
    r"this video is (?:no longer|not|un)",
    r"your browser does not support",
    r"(?:please )?(?:enable|turn on) javascript",
    r"to view this (?:video|content|site)\b",
    r"skip to (?:main )?content\b",
    r"share (?:on|via) (?:facebook|twitter|linkedin|e-?mail|whatsapp|pinterest|reddit)(?:share (?:on|via) |$)",
    r"comments are (?:subject|closed|moderated)\b",
    r"\d+x$",
    r"\d+ shares?$",
    r"follow @\w+$",
    r"save my name, email,? and website",
    r"%d bloggers? ",
    r"connecting to %s",
    r"video ad feedback",
)
"""Players, galleries and forms."""

CONTINUES_BELOW = re.compile(
    r"(?:story|article|post|report|text) continue[sd]? (?:below|after)(?: (?:the|this|an?))?"
    r"(?: (?:ad|ads|advert|advertisement|video|gallery|photos?|image|graphic|tweet))?$"
)
"""Where a page breaks a text. For a line without marks at its ends."""

LISTEN = re.compile(r"listen · \d+:\d\d(?: \d+:\d\d)?$")
"""How a link to a recording ends."""

CREDIT_START = any_of(
    r"image (?:copyright|caption|source)\b",
    r"media caption ",
    r"(?:photos?|photographs?|photographer|pictures?|images?|(?:photo|image) credit|credit|illustration)\s?:\s?\S",
    r"(?:file )?photos? (?:by|from|courtesy) ",
    r"photograph by ",
    r"\(?image: ",
    r"\((?:ap|getty|reuters|afp|photo)\b[^()]{0,80}\)$",
    r"© (?:getty|reuters|ap|afp|epa|bloomberg)\b",
    r"file photo:",
)
PICTURE_OF = re.compile(r"©\s?(?!copyright)[^\W\d](?!.*reserved)")
"""A picture's owner, with or without a caption; not the page's, who gives a year first or reserves rights."""

_AGENCY = "|".join(sorted((re.escape(agency) for agency in AGENCIES), key=len, reverse=True))
_TAKEN_BY = r"(?:Photograph|Photo|Photographer|Picture|Credit|Image|Photo by)"
_FILE = r"(?: (?:[Pp]hotos?|[Ii]mages?|[Pp]ool|[Ff]ile))?"
CREDIT_END = any_of(
    rf"(?:/|\(|\| ?|\bvia )\s?(?:{_AGENCY}){_FILE}(?:[/, ]+(?:{_AGENCY}|[Ff]ile|[Pp]ool))?\s?\)?\.?(?: More)?$",
    rf"\((?:{_AGENCY})(?: [Pp]hotos?)?(?:/|: | - )[^()]{{2,60}}\)?(?: More)?$",
    r"\bREUTERS/[^/]{3,60}$",
    r"\b(?:AP|AFP|EPA) Photo/[^/]{3,60}$",
    r"\((?:Image|Photo|Picture)s?: [^()]{2,60}\)$",
    rf"\b{_TAKEN_BY}: [^:/]{{2,60}}/[^:/.]{{2,40}}$",
    rf"[.\s][A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]*){{1,3}} / (?:{_AGENCY})$",
)
"""How a caption ends that says who took the picture. For text as written."""

_PERSON = r"[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]*){1,3}"
PERSON_AND_OUTLET = any_of(
    rf"{_PERSON} ?/ ?(?:[A-Z][\w.’&\-]*|The)(?: [A-Z][\w.’&\-]*){{0,3}}",
    rf"{_PERSON}, (?:{_AGENCY})",
)
"""A line that is a credit and nothing else ("First Last/The Outlet"). For text as written."""

RELATED = any_of(
    rf"\W{{0,3}}(?:{'|'.join(map(re.escape, RELATED_OPENINGS))})\s?:",
    r"read (?:more|next|also|the full (?:story|article|report))(?: (?:from|on|at|about|in|here)\b|[.:…]|$)",
    r"visit .{1,50} homepage for more",
    r"visit \S{3,40}\.\w{2,10} for ",
    r".{0,120}[?!] click on .{3,40} to (?:find out|learn more|see|watch|read)\b",
    r"for more (?:news|stories|on this|from|information),? (?:visit|click|go to|see|read|follow)",
    r"click (?:here )?(?:for|to) (?:more|read|see|view|watch|full|complete|the latest)",
    r"view (?:the )?(?:full|more) (?:story|gallery)",
    r"read or share this story\b",
    r"watch (?:the latest|more|live) (?:video|here|at|on)\b",
    r"(?:watch|video|photos|gallery|quiz|live updates?|in pictures)\s?: [^.]{10,}$",
)
RELATED_END = re.compile(r"\s(?:read more|learn more|see more)(?: here)?[ .…»>›→]{0,3}$")
_LABELS = "Opinion|Tracker|Investigation|Analysis|Review|Column|Editorial|Timeline|Graphic|Map|Exclusive"
LINK_AFTER_CALL = re.compile(r"(?:Read|READ) (?:More|MORE) [A-Z‘'\d].{10,150}[^.!?:]$")
"""A headline after "Read More". For text as written."""

LABELLED_LINK = re.compile(rf"(?:[^:\s]+(?: [^:\s]+){{1,11}}|{_LABELS}):(?=[A-Z‘'])")
"""A label with a headline pasted to its colon ("The second debates:Which candidates …"). For text as written."""

CAPTION_IN_HEAD = any_of(
    rf".{{10,400}}?[.!?”\"’] \| [^|]{{0,60}}?(?:{_AGENCY})(?: Photo| Images)?(?:/[A-Z][^/|]{{2,30}})?(?:\W|$)",
    r"CLOSE [A-Z]",
)
"""How a caption with its credit, and the headline that follows in the same line, stand above a text. As written."""

PROMOTION = any_of(
    r"\W{0,4}(?:click|tap) (?:here\b|to (?:get|download|subscribe|sign|join) )",
    r"\W{0,4}(?:download|get|try) (?:the |our )(?:free )?(?:[\w.&']+ ){0,3}app\b",
    r"\W{0,4}(?:please )?(?:sign up|subscribe|register)\b.{0,60}"
    r"(?:newsletter|inbox|briefing|alert|e-?mail|update|daily|podcast|youtube|channel|today|free|edition|here)",
    r"\W{0,4}(?:like|follow|find|join) (?:us|[\w.' ]{2,40}) on (?:facebook|twitter|instagram|youtube|google)\b",
    r"follow [\w.' ]{2,40} @\w+",
    r"follow on twitter\b",
    r"(?:get|receive) (?:all )?(?:the|our|more|breaking|alerts)\b.{0,80}(?:inbox|newsletter|e-?mail)",
    r"\W{0,4}want (?:more|fox|the|to (?:get|read|receive))\b.{0,60}(?:inbox|newsletter|sign up|stories like this)",
    r"every day we send an email",
    r"subscribe to ",
    r"breaking news (?:emails?|alerts?)$",
    r"support (?:the|our) (?:guardian|journalism|work)\b",
    r"stay up to date with the ",
    r"already a subscriber",
    r"to continue reading",
    r"get unlimited (?:access|digital)",
    r"start your (?:free )?(?:trial|subscription)",
    r"become a (?:member|subscriber|patron)\b",
    r"(?:send|e-?mail) (?:tips|letters|story ideas|news tips|feedback) ",
    r"(?:have|got) a (?:news |confidential )?(?:tip|story)\b",
    r"this (?:post|article|story|page) may contain affiliate",
    r"if you buy (?:something|through|a product)",
    r".{0,40}may earn an? (?:affiliate )?commission",
    r"the \w+ is committed to publishing",
    r"(?:the )?(?:views|opinions) expressed (?:by|in|here|are)\b",
)

COPYRIGHT = any_of(
    r"\W{0,3}copyright\b.{0,40}(?:\d{4}|reserved|©)",
    r"\W{0,3}(?:©|\(c\))\s?(?:copyright )?\d{4}",
    r"(?:©|\(c\)) .{2,60}\d{4}",
    r"the contents of this site are",
    r"this (?:material|article|story|content) (?:may not be|was|has been) (?:originally |re)?(?:published|produced)",
    r"(?:republished|reprinted|used) with permission",
    r"terms of (?:use|service)\b",
    r"privacy policy\b",
    r"all rights reserved",
)
RIGHTS = (
    "all rights reserved",
    "may not be published, broadcast",
    "may not be reproduced",
    "| privacy policy",
)
TELEPHONES = any_of(r"\btel\b.{0,40}\bfax\b", r"\b\d{3}-\d{3}-\d{4}\b.{0,30}\b(?:tel|fax)\b")

TAGS = re.compile(
    r"(?:tags|topics|filed under|keywords|categories|posted in|tagged|in this story|hashtags)\b\s?[:|]?\s*"
)

COOKIES = any_of(
    r"(?:this|our) (?:web)?site (?:uses|is using) cookies",
    r"we use cookies",
    r"by (?:choosing|clicking|continuing)\b.{0,60}(?:cookies|accept|consent|agree)",
    r"this site uses akismet",
    r"we use them to give you",
    r".{0,80}use of cookies",
)

CONTACT = any_of(
    r"\W{0,3}(?:follow|e-?mail|contact|reach|write to|send (?:tips|letters|an? e-?mail))\b.{0,80}"
    r"(?:@|\bon twitter|\bon facebook|\bat\b)",
    r".{0,80}\b(?:can be (?:reached|followed|contacted)|may be reached)\b",
    r".{0,80}\b(?:his|her|their) (?:website|latest book|new book) is\b",
    r"follow (?:him|her|them|me) on\b",
    r"(?:the )?(?:views|opinions) expressed\b",
    r".{0,60}opinions? (?:expressed|are)\b.{0,60}(?:own|author)",
    r"readers may write",
    r"to find out more about",
    r"join our .{2,40} (?:forum|group|community)",
)
"""How to reach the author, and whose views these are: only below the text."""
