"""The look of a report: system fonts, light and dark, a phone's width, paper."""

STYLE = """
:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#5b6570;--line:#d5dae0;--mark:#fff0b8;--accent:#0b5cad;
--card:#f6f7f9}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ed;--paper:#14171a;--soft:#a3adb8;--line:#363d45;--mark:#4d4213;
--accent:#8cc2ff;--card:#1c2024}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:17px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.8rem;line-height:1.25;margin:.2rem 0 .6rem}
h2{font-size:1.2rem;margin:2.6rem 0 .8rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
h3{font-size:1.02rem;line-height:1.4;margin:0 0 .2rem}
a{color:var(--accent)}
.kind{margin:0;color:var(--soft);letter-spacing:.06em;text-transform:uppercase;font-size:.8rem}
.counts{margin:0;color:var(--soft)}.counts b{color:var(--ink)}
.small{font-size:.84rem;color:var(--soft);font-weight:400}
.nowrap{white-space:nowrap}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line)}
thead th{color:var(--soft);font-weight:600;border-bottom-width:2px}
tbody th{font-weight:500}
.said{min-width:13rem}
td.mark{text-align:center;font-size:1.05rem}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.fact{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.1rem;margin:0 0 1rem}
.fact p{margin:.1rem 0 .5rem}
span.relation{display:inline-block;min-width:1.3em;text-align:center;border:1px solid currentColor;border-radius:.25rem;
font-weight:700;line-height:1.35}
.differences,ul.small,.flag ul{margin:.3rem 0;padding-left:1.2rem}
thead th.mark{text-align:center}
details{margin-top:.5rem;font-size:.84rem;color:var(--soft)}details ol{margin:.2rem 0;padding-left:1.4rem}
dl{margin:.4rem 0 0}
dt{font-weight:600;margin-top:.5rem}
dd{margin:0}
dd.missing{color:var(--soft);font-style:italic}
blockquote{margin:.2rem 0;padding-left:.8rem;border-left:3px solid var(--line)}
mark{background:var(--mark);color:inherit;font-weight:700;text-decoration:underline;text-underline-offset:.15em}
.flags{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.6rem;margin-top:.8rem}
.flag{overflow-wrap:anywhere;padding:.5rem .8rem;border:1px dashed var(--soft);border-radius:.4rem}
.flag p{margin:.1rem 0}
svg.matrix{font:13px system-ui,sans-serif;fill:var(--ink);max-width:none}
svg .reports{fill:var(--ink)}
svg .relation{font-weight:700}
svg .differs{fill:none;stroke:var(--ink);stroke-width:2}
svg .bar{stroke:var(--ink);stroke-width:2;fill:none}
svg .missing{fill:var(--soft)}
footer{color:var(--soft);font-size:.9rem}
@media (max-width:34rem){body{font-size:16px}main{padding:1.2rem .9rem 3rem}h1{font-size:1.4rem}}
@media print{:root{color-scheme:light;font-size:13px;--paper:#fff;--ink:#000;--soft:#444;--card:#fff;--line:#bbb;
--mark:#fff;--accent:#000}
body{font-size:9.5pt;line-height:1.4}main{max-width:none;padding:0}h2{margin-top:1.6rem}.wide{overflow:visible}
h1,h2,h3{break-after:avoid}.fact,tr,li,svg.matrix{break-inside:avoid}thead{display:table-header-group}
.fact{padding:.6rem .8rem;margin-bottom:.6rem}.flags{break-inside:avoid}
a{text-decoration:none}a[href^="http"]{text-decoration:underline}
svg.matrix{max-width:100%;max-height:125mm;height:auto}summary{list-style:none}details::details-content{content-visibility:visible}}
@page{margin:16mm 15mm}
"""
