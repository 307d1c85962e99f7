/**
 * React Aria ships its sentences in 34 languages, 39 % of its weight. Its own plugin does not know Turbopack, so this
 * loader drops the import and the table entry of every language we do not speak. It runs on 22 index files only:
 * matching the hundreds of single-language files instead took a build from 6 to 37 seconds.
 */
const spoken = new Set(['en-US', 'zh-CN'])

module.exports = function dropLocale(source) {
  const dropped = new Set()
  return source
    .split('\n')
    .filter((line) => {
      const imported = /^import (\S+) from ".*\/([a-z]{2}-[A-Z]{2})\.mjs";$/.exec(line)
      if (imported && !spoken.has(imported[2])) {
        dropped.add(imported[1])
        return false
      }
      const entry = /^\s+"[a-z]{2}-[A-Z]{2}": (\S+?),?$/.exec(line)
      return !(entry && dropped.has(entry[1]))
    })
    .join('\n')
}
