/** One sheet for screen and paper. System fonts: a file that is alone can fetch none. */
export const style = `
:root{--ink:#23252e;--muted:#5c606e;--line:#d9d7d2;--soft:#f6f5f1;--accent:#3a48b5;--bad:#b3402f;--warn:#c98a2b;--calm:#3f8a8f}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:46rem;padding:3rem 1.5rem 5rem;color:var(--ink);background:#fff;font:16px/1.6 ui-sans-serif,system-ui,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans",sans-serif;overflow-wrap:anywhere}
.cover{border-top:5px solid var(--accent);padding-top:1.25rem;margin-bottom:2rem}
.over{margin:0;color:var(--muted);font-size:.875rem;display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between}
h1{font-size:2rem;line-height:1.18;letter-spacing:-.015em;margin:.5rem 0 .75rem;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin:2.25rem 0 .5rem}
h3{font-size:1.05rem;margin:1.5rem 0 .35rem}h4,h5,h6{font-size:1rem;margin:1.25rem 0 .25rem}
p,ul,ol,pre,table,blockquote{margin:.6rem 0}
a{color:var(--accent);text-underline-offset:.15em}
code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.875em}
code{background:var(--soft);padding:.1em .3em;border-radius:3px}
pre{background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:.75rem 1rem;overflow:auto}pre code{padding:0;background:none}
img{max-width:100%;height:auto;border:1px solid var(--line);border-radius:6px;break-inside:avoid}
blockquote{margin-left:0;padding-left:1rem;border-left:3px solid var(--line);color:var(--muted)}
table{width:100%;border-collapse:collapse;font-size:.875rem;line-height:1.45}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600;color:var(--muted);white-space:nowrap}
td,th{overflow-wrap:break-word}.when{white-space:nowrap}
.notice{margin:1rem 0;padding:.6rem .9rem;border:1px solid var(--warn);border-radius:6px;background:#fdf7ea}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.75rem 1.5rem;margin:1.25rem 0 0;padding:1rem 1.25rem;background:var(--soft);border-radius:8px}
.facts dt{color:var(--muted);font-size:.78rem}.facts dd{margin:0;font-weight:500;line-height:1.4}
.phases{margin:1.25rem 0 0}.phases svg{display:block;width:100%;height:12px;border-radius:3px}
.phases ol{list-style:none;margin:.5rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.25rem;font-size:.82rem;color:var(--muted)}
.phases li::before{content:"";display:inline-block;width:.7em;height:.7em;margin-right:.45em;border-radius:2px;background:currentColor}
.phases li{color:var(--ink)}.phases li::before{background:var(--shade)}rect{fill:var(--shade)}
.phase-before{--shade:#b9b6ad}.phase-early{--shade:#8a93d6}.phase-unnoticed{--shade:var(--bad)}.phase-responding{--shade:var(--warn)}.phase-affected{--shade:var(--bad)}.phase-settling{--shade:var(--calm)}
footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--line);color:var(--muted);font-size:.82rem}
.sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@page{size:A4;margin:17mm 17mm 19mm;@bottom-right{content:counter(page) " / " counter(pages);font:8.5pt system-ui,sans-serif;color:#5c606e}}
@media print{
html,body{background:none}body{max-width:none;padding:0;font-size:10.3pt;line-height:1.5;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1{font-size:21pt}h2{font-size:13.5pt;margin-top:16pt}h3{font-size:11.5pt}
h1,h2,h3,h4{break-after:avoid}p,li{orphans:3;widows:3}
.facts{grid-template-columns:repeat(3,1fr);font-size:9.3pt;break-inside:avoid}.phases,tr{break-inside:avoid}
table{font-size:8.8pt}thead{display:table-header-group}pre{white-space:pre-wrap;break-inside:auto}
a{color:inherit}a[href^="http"]::after{content:" (" attr(href) ")";font-size:.82em;color:var(--muted)}
}`
