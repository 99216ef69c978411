/** The page's style: a reading room, light and dark. Part of the canonical bytes. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--paper:#faf7f0;--ink:#23201b;--quiet:#5f594e;--line:#ddd6c7;--accent:#7a3b12;--panel:#f3eee3;
--highlighting:#f6dc8a;--quoting:#bcdcf2;--claiming:#f3c4bd;--commenting:#cfe5b8;--found:#7a3b12}
@media (prefers-color-scheme:dark){:root{--paper:#1b1a18;--ink:#e9e3d7;--quiet:#aaa294;--line:#3a3731;--accent:#e3a36f;--panel:#24221f;
--highlighting:#6b5716;--quoting:#1f4f6e;--claiming:#703029;--commenting:#3f5a24;--found:#e3a36f}}
*{box-sizing:border-box}
body{margin:0;display:flex;flex-direction:column;min-height:100vh;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
header{padding:20px 24px 8px;border-bottom:1px solid var(--line)}
h1{font:600 26px/1.2 Georgia,Charter,Cambria,serif;margin:0 0 4px}
h2{font:600 21px/1.3 Georgia,Charter,Cambria,serif;margin:0 0 4px}
h3{font-size:15px;margin:24px 0 8px}
p{margin:0 0 12px}.quiet{color:var(--quiet)}
nav label{display:flex;gap:8px;align-items:center;margin-inline-start:8px}
nav{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;margin-top:12px}
button{font:inherit;color:inherit;background:none;border:0;padding:4px 2px;cursor:pointer;text-align:start}
nav button{border-bottom:2px solid transparent}
button[aria-current=page]{border-bottom-color:var(--accent);font-weight:600}
button.name{color:var(--accent);text-decoration:underline;text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
input{font:inherit;color:inherit;background:var(--panel);border:1px solid var(--quiet);border-radius:4px;padding:4px 8px;min-width:16em}
main{display:grid;grid-template-columns:minmax(200px,300px) minmax(0,1fr);flex:1}
#list{border-inline-end:1px solid var(--line);padding:16px 12px;max-height:calc(100vh - 120px);overflow:auto;position:sticky;top:0}
#list ul{list-style:none;margin:0;padding:0}#list button{width:100%;padding:6px 8px;border-radius:4px}
#list button[aria-current=true]{background:var(--panel);font-weight:600}
#view{padding:24px;min-width:0}
.columns{display:grid;grid-template-columns:minmax(0,68ch) minmax(200px,320px);gap:32px}
.text{font:18px/1.6 Georgia,Charter,Cambria,"Noto Serif",serif;overflow-wrap:anywhere}
.text>*{content-visibility:auto;contain-intrinsic-size:auto 6em}
.text pre{white-space:pre-wrap;font-size:15px}
ol.notes{list-style:none;margin:0;padding:0}ol.notes li{border-inline-start:4px solid var(--line);padding:4px 10px;margin-bottom:12px}
li[data-kind=highlighting]{border-color:var(--highlighting)!important}li[data-kind=quoting]{border-color:var(--quoting)!important}
li[data-kind=claiming]{border-color:var(--claiming)!important}li[data-kind=commenting]{border-color:var(--commenting)!important}
li p{margin:0 0 4px}.notes blockquote button{width:100%}.columns h3{margin-top:4px}#view>.text{max-width:68ch}
blockquote{margin:0 0 4px;font-family:Georgia,Charter,serif}
::highlight(highlighting){background-color:var(--highlighting)}::highlight(quoting){background-color:var(--quoting)}
::highlight(claiming){background-color:var(--claiming)}::highlight(commenting){background-color:var(--commenting)}
::highlight(found){background-color:var(--found);color:var(--paper)}
::highlight(chosen){text-decoration:underline 3px var(--accent)}
svg{width:100%;max-width:640px;height:auto;border:1px solid var(--line);border-radius:8px;background:var(--panel)}
svg text{paint-order:stroke;stroke:var(--panel);stroke-width:4px;fill:var(--ink);font:12px system-ui,sans-serif}svg .word{fill:var(--quiet);font-size:11px}svg line{stroke:var(--quiet)}svg line.contradicts{stroke-dasharray:5 4;stroke:var(--accent)}
svg circle{fill:var(--paper);stroke:var(--accent);stroke-width:2}
details{margin:2px 0 2px 16px}summary{cursor:pointer}
@media (max-width:900px){main,.columns{grid-template-columns:minmax(0,1fr)}#list{max-height:40vh;position:static}}
@media print{#list,nav{display:none}main{display:block}}
`
