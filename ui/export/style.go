package export

// style is the style sheet of the page. Redactions are bars in which their signs can be read; on paper, where
// backgrounds may be left out, they are boxes with dark signs.
const style = `
:root { --paper: #ffffff; --ink: #1b1f24; --dim: #4b5563; --line: #c6ccd4; --link: #1c57a5; --own: #57606c;
  --bar: #22262b; --on-bar: #f2f4f7; --lost: #a8231a; --editor: #5a543f;
  --u: #2a6b2a; --sbu: #6a3fb0; --c: #1c57a5; --s: #a8231a; --ts: #8d4f00; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #15181c; --ink: #e4e7eb; --dim: #b1b4b8; --line: #454c55; --link: #9cc3f6; --own: #a9afb8;
    --bar: #d9dde3; --on-bar: #15181c; --lost: #f8aaa2; --editor: #c3bda8;
    --u: #93c793; --sbu: #c4adea; --c: #9cc3f6; --s: #f8aaa2; --ts: #f0ac62; }
}
html { background: var(--paper); color: var(--ink); }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.3; }
h1 { font-size: 1.3rem; } h2 { font-size: 1.2rem; margin: 0; } h3 { font-size: 1rem; margin: 1.6rem 0 .4rem; }
a { color: var(--link); text-decoration: none; } a:hover, a:focus { text-decoration: underline; }
nav { border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
nav h2 { font-size: 1rem; margin-top: 1.5rem; } nav ol { padding-left: 2.5rem; font: .9rem/1.5 system-ui, sans-serif; }
article { margin: 3rem 0; } article > header { border-bottom: 1px solid var(--line); padding-bottom: .6rem; }
.subject { font-weight: bold; margin: .4rem 0; }
.about, .citation, header.page p { font: .85rem/1.45 system-ui, sans-serif; color: var(--dim); margin: .1rem 0; }
.citation { border-top: 1px solid var(--line); padding-top: .6rem; margin-top: 1.5rem; }
.text { margin-top: 1rem; }
h3 .about { font-weight: normal; } .written { white-space: pre-wrap; }
blockquote { margin: .4rem 0 .8rem; padding-left: .8rem; border-left: 3px solid var(--line); color: var(--dim); }
.header { font: .85rem/1.45 ui-monospace, monospace; color: var(--dim); margin: 0; } .header .lead { font: inherit; }
.sub-paragraph { margin-left: 2rem; } .note { font-size: .9rem; margin: .3rem 0; } .rule { margin: 0; color: var(--line); }
pre { font: .85rem/1.4 ui-monospace, monospace; overflow-x: auto; }
.lead { font-family: system-ui, sans-serif; font-size: .9em; color: var(--dim); }
.level.u { color: var(--u); } .level.sbu, .level.lou, .level.r { color: var(--sbu); }
.level.c { color: var(--c); } .level.s { color: var(--s); } .level.ts { color: var(--ts); }
.redaction { background: var(--bar); color: var(--on-bar); padding: 0 .15em; }
.omission { color: var(--editor); font-style: italic; } .garble { border-bottom: 1px dotted var(--lost); }
.own { font: .8em system-ui, sans-serif; color: var(--own); } .own.loss { color: var(--lost); }
@media print {
  :root { --paper: #ffffff; --ink: #000000; --dim: #333333; --own: #333333; --lost: #000000; --editor: #333333; --link: #000000;
    --u: #000000; --sbu: #000000; --c: #000000; --s: #000000; --ts: #000000; }
  body { max-width: none; margin: 0; }
  article { margin: 0; } article + article { break-before: page; } nav { break-after: page; } h3, .rule { break-after: avoid; } pre { white-space: pre-wrap; }
  .redaction { background: none; color: #000000; border: 1px solid #000000; }
}
`
