import { openEmbedded } from '#lib/db/embedded/pool.ts'
const t=performance.now()
const e = await openEmbedded({ directory: process.argv[2] })
console.log('open', performance.now()-t)
console.log((await e.pool.query('select version(), current_user, current_setting($1)', ['timezone'])).rows)
await e.pool.query('select nonsense').catch((x) => console.log(x.code))
await e.pool.query('select $1::int', ['x']).catch((x) => console.log(x.code))
console.log((await e.pool.query('select 1 a')).rows)
await e.pool.query('drop table if exists t; create table t(n int primary key, s text)')
let n=0; let t1=performance.now()
while(performance.now()-t1<3000){const c=await e.pool.connect();await c.query('begin');for(let i=0;i<4;i++)await c.query('insert into t values($1,$2)',[n*4+i,'x']);await c.query('commit');c.release();n++}
console.log('tx/s', n/3)
await e.close()
