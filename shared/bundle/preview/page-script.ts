/**
 * What the page does: shows articles with their highlights, claims, people, and the links as a picture and as an equivalent
 * tree; finds words. It builds elements and sets their text, never HTML from data. Part of the canonical bytes.
 */
export const PAGE_SCRIPT = String.raw`'use strict'
const data={articles:[],marks:[],claims:[],people:[],quotes:[],links:[],notes:[]}
for(const block of document.querySelectorAll('script[type="application/json"]'))for(const line of JSON.parse(block.textContent))data[line[0]].push(line[1])
const byId=new Map(),marksOf=new Map(),ends=new Map()
const kinds={articles:'article',marks:'passage',claims:'claim',people:'person',quotes:'quote',notes:'note'}
for(const key of Object.keys(kinds))for(const item of data[key]){item.kind=kinds[key];byId.set(item.id,item)}
const file=(map,key,item)=>{const list=map.get(key);if(list)list.push(item);else map.set(key,[item])}
for(const mark of data.marks)file(marksOf,mark.article,mark)
for(const list of marksOf.values())list.sort((a,b)=>(a.spans[0]||[0])[0]-(b.spans[0]||[0])[0])
for(const quote of data.quotes){const mark=byId.get(quote.mark);if(mark)mark.quote=quote}
for(const link of data.links){file(ends,link.from,{other:link.to,word:link.word,kind:link.kind});file(ends,link.to,{other:link.from,word:link.inverse,kind:link.kind})}
for(const mark of data.marks)if(mark.claim){file(ends,mark.id,{other:mark.claim,word:'makes the claim',kind:'makes'});file(ends,mark.claim,{other:mark.id,word:'is made in',kind:'makes'})}
for(const quote of data.quotes)if(quote.speaker){file(ends,quote.mark,{other:quote.speaker,word:'said by',kind:'said'});file(ends,quote.speaker,{other:quote.mark,word:'said',kind:'said'})}
const make=(name,text,...children)=>{const made=document.createElement(name);if(text){made.textContent=text;made.dir='auto'}made.append(...children);return made}
const labelOf=item=>!item?'something that is not in this bundle':item.title||item.name||item.text||item.exact||(item.kind==='quote'&&byId.get(item.mark)?.exact)||'Untitled'
const short=text=>text.length>90?text.slice(0,88)+'…':text
const tiny=text=>text.length>30?text.slice(0,28)+'…':text
const quiet=text=>{const made=make('p',text);made.className='quiet';return made}
const [list,view,find,status]=['list','view','find','status'].map(id=>document.getElementById(id))
const goTo=item=>{const button=make('button',short(labelOf(item)));button.className='name';button.disabled=!item;button.addEventListener('click',()=>open(item));return button}
let tab='articles',shown=null
const lists={articles:data.articles,claims:data.claims,people:data.people,graph:[...data.claims,...data.people,...data.articles].filter(item=>ends.has(item.id)),notes:data.notes}
const LIMIT=500
function showList(){
  const words=find.value.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const has=text=>words.every(word=>text.includes(word))
  const all=words.length?lists[tab].filter(item=>has(item.search??=searchText(item))):lists[tab]
  const rows=all.slice(0,LIMIT).map(item=>{const button=make('button',short(labelOf(item)));if(item===shown)button.setAttribute('aria-current','true');button.addEventListener('click',()=>open(item,true));return make('li','',button)})
  list.replaceChildren(make('ul','',...rows))
  status.textContent=all.length+(all.length===1?' entry':' entries')+(all.length>LIMIT?', the first '+LIMIT+' shown':'')
}
function searchText(item){
  const own=[labelOf(item),item.byline,item.words,item.comment,...(item.blocks||[]).map(block=>block.text),...(marksOf.get(item.id)||[]).map(mark=>mark.exact+' '+mark.comment+' '+mark.tags.join(' '))]
  return own.filter(Boolean).join(' ').toLowerCase()
}
function open(item,stays){
  if(item?.kind==='quote')item=byId.get(item.mark)
  if(!item)return
  if(item.kind==='passage'){const article=byId.get(item.article);tab='articles';show(article);if(article)choose(item);markTab();return}
  if(!stays||tab!=='graph')tab=item.kind==='article'?'articles':item.kind==='claim'?'claims':item.kind==='person'?'people':item.kind==='note'?'notes':tab
  show(item);markTab()
}
function markTab(){for(const button of document.querySelectorAll('nav button'))if(button.dataset.tab===tab)button.setAttribute('aria-current','page');else button.removeAttribute('aria-current')}
function show(item){
  shown=item;CSS.highlights?.clear()
  if(!item)view.replaceChildren(quiet('Nothing here.'))
  else if(tab==='graph')showGraph(item)
  else if(item.kind==='article')showArticle(item)
  else showNode(item)
  showList()
}
const elements={heading:block=>'h'+Math.min(6,(block.level||1)+2),quotation:()=>'blockquote',preformatted:()=>'pre',listItem:()=>'p',rule:()=>'hr'}
function showArticle(article){
  const text=make('div');text.className='text';text.tabIndex=0;text.setAttribute('role','region');text.setAttribute('aria-label','Text')
  if(article.lang)text.lang=article.lang
  if(article.dir)text.dir=article.dir
  let next=0
  article.starts=[]
  for(const block of article.blocks){const name=(elements[block.type]||(()=>'p'))(block);const shownBlock=make(name,'',block.text);text.append(shownBlock);article.starts.push(next);next+=block.text.length+1}
  if(!article.blocks.length)text.append(quiet('The text of this article was left out of the bundle.'))
  article.element=text
  const marks=marksOf.get(article.id)||[]
  const notes=make('ol');notes.className='notes'
  const page=(from)=>{for(const mark of marks.slice(from,from+LIMIT))notes.append(noteOf(mark));more.hidden=from+LIMIT>=marks.length;more.onclick=()=>page(from+LIMIT)}
  const more=make('button','Show more passages');more.className='name'
  page(0)
  const side=make('section','',make('h3',marks.length+(marks.length===1?' passage':' passages')),notes,more)
  const columns=make('div','',text,side);columns.className='columns'
  view.replaceChildren(make('h2',article.title),quiet([article.byline,article.source,article.date].filter(Boolean).join(' · ')),columns)
  paint(article,marks)
}
function noteOf(mark){
  const words=make('button',short(mark.exact));words.addEventListener('click',()=>choose(mark))
  const item=make('li','',make('blockquote','',words))
  item.dataset.kind=mark.motivation
  const facts=[mark.by]
  if(mark.quote){const speaker=byId.get(mark.quote.speaker);facts.unshift('quote'+(speaker?' of ':''))
    item.append(make('p','',facts.shift(),...(speaker?[goTo(speaker)]:[])))}
  if(mark.comment)item.append(make('p',mark.comment))
  if(mark.tags.length)item.append(quiet('Tags: '+mark.tags.join(', ')))
  item.append(...linksOf(mark,'said'),quiet(facts.join(' · ')))
  return item
}
function rangesOf(article,[start,end]){
  const ranges=[]
  let [low,high]=[0,article.starts.length-1]
  while(low<high){const middle=(low+high+1)>>1;if(article.starts[middle]<=start)low=middle;else high=middle-1}
  for(let index=low;index<article.starts.length&&article.starts[index]<end;index+=1){
    const node=article.element.children[index]?.firstChild
    if(!node)continue
    const from=Math.max(0,start-article.starts[index]),to=Math.min(node.length,end-article.starts[index])
    if(from<to)ranges.push(new StaticRange({startContainer:node,startOffset:from,endContainer:node,endOffset:to}))
  }
  return ranges
}
function paint(article,marks){
  if(!CSS.highlights)return
  const sets={}
  for(const mark of marks)for(const span of mark.spans){const set=sets[mark.motivation]||=new Highlight();for(const range of rangesOf(article,span))set.add(range)}
  for(const [name,set] of Object.entries(sets))CSS.highlights.set(name,set)
  paintFound()
}
function paintFound(){
  if(!CSS.highlights)return
  CSS.highlights.delete('found')
  const words=find.value.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if(!words.length||tab!=='articles'||!shown?.element)return
  const found=new Highlight()
  shown.blocks.forEach((block,index)=>{
    const text=block.text.toLowerCase(),node=shown.element.children[index]?.firstChild
    if(node&&text.length===node.length)for(const word of words)for(let at=text.indexOf(word);at>=0&&found.size<2000;at=text.indexOf(word,at+word.length))found.add(new StaticRange({startContainer:node,startOffset:at,endContainer:node,endOffset:at+word.length}))
  })
  found.priority=1
  CSS.highlights.set('found',found)
}
function choose(mark){
  const article=byId.get(mark.article)
  if(shown!==article||tab!=='articles'){tab='articles';show(article);markTab()}
  const ranges=mark.spans.flatMap(span=>rangesOf(article,span))
  if(CSS.highlights)CSS.highlights.set('chosen',new Highlight(...ranges))
  ranges[0]?.startContainer.parentElement.scrollIntoView({block:'center'})
}
const linksOf=(item,but)=>(ends.get(item.id)||[]).filter(({kind})=>kind!==but).slice(0,200).map(({other,word})=>make('p',word+' ',goTo(byId.get(other))))
const members=node=>Array.isArray(node?.children)?node.children:[]
let level=2
function noteBody(content){
  level=2
  const body=make('div','',...members(content.root||content).map(noteBlock))
  body.className='text'
  return body
}
function noteBlock(node){
  if(node.type==='list')return make(node.listType==='number'?'ol':'ul','',...members(node).map(item=>make('li','',...members(item).map(child=>child.type==='list'?noteBlock(child):noteWords(child)))))
  if(node.type==='heading')level=Math.min(6,level+1,(Number(/^h([1-6])$/.exec(node.tag)?.[1])||1)+2)
  const name=node.type==='heading'?'h'+level:node.type==='quote'?'blockquote':node.type==='code'?'pre':'p'
  const made=make(name,'',...members(node).map(noteWords))
  made.dir='auto'
  return made
}
function noteWords(node){
  if(node.type==='linebreak')return make('br')
  if(node.type==='reference'){const item=byId.get(node.target);return item?goTo(item):make('span',String(node.text||'reference'))}
  if(typeof node.text!=='string')return make('span','',...members(node).map(noteWords))
  return [[16,'code'],[4,'s'],[2,'em'],[1,'strong']].reduce((made,[bit,name])=>node.format&bit?make(name,'',made):made,document.createTextNode(node.text))
}
function showNode(item){
  const parts=[make('h2',labelOf(item))]
  if(item.status)parts.push(quiet('Status: '+item.status))
  if(item.role)parts.push(quiet(item.role))
  if(item.comment)parts.push(make('p',item.comment))
  if(item.content)parts.push(noteBody(item.content))
  const said=item.kind==='person'?data.quotes.filter(quote=>quote.speaker===item.id):[]
  if(said.length)parts.push(make('h3','What '+item.name+' said'),...said.map(quote=>{const mark=byId.get(quote.mark);const article=mark&&byId.get(mark.article);return make('blockquote','',goTo(mark),article?' — '+article.title:'')}))
  const others=linksOf(item)
  if(others.length&&!said.length)parts.push(make('h3',item.kind==='claim'?'Evidence and links':'Links'),...others)
  view.replaceChildren(...parts)
}
const svg=(name,attributes,text)=>{const made=document.createElementNS('http://www.w3.org/2000/svg',name);for(const [key,value] of Object.entries(attributes))made.setAttribute(key,value);if(text)made.textContent=text;return made}
function showGraph(item){
  const near=(ends.get(item.id)||[]).slice(0,24),picture=svg('svg',{viewBox:'0 0 640 440',role:'img','aria-label':'Links of '+short(labelOf(item))+', listed below'})
  const places=near.map((_,index)=>{const angle=2*Math.PI*index/near.length-Math.PI/2;return [320+220*Math.cos(angle),220+165*Math.sin(angle)]})
  near.forEach(({kind},index)=>picture.append(svg('line',{x1:320,y1:220,x2:places[index][0],y2:places[index][1],class:kind})))
  near.forEach(({word},index)=>picture.append(svg('text',{x:(320+2*places[index][0])/3,y:(220+2*places[index][1])/3+4,'text-anchor':'middle',class:'word'},word)))
  const node=(entry,[x,y],radius)=>{picture.append(svg('circle',{cx:x,cy:y,r:radius}),svg('text',{x,y:y+radius+14,'text-anchor':'middle'},tiny(labelOf(entry))))}
  near.forEach(({other},index)=>node(byId.get(other),places[index],9))
  node(item,[320,220],14)
  view.replaceChildren(make('h2',labelOf(item)),picture,make('h3','The same as a tree'),branch(item,new Set()))
}
function branch(item,above){
  const below=new Set([...above,item.id]),links=(ends.get(item.id)||[]).filter(({other})=>!below.has(other))
  const details=make('details','',make('summary',short(labelOf(item))+(links.length?' ('+links.length+')':'')))
  details.open=above.size===0
  const fill=()=>{if(details.dataset.filled)return;details.dataset.filled='1'
    details.append(make('p','',goTo(item)))
    for(const {other,word} of links.slice(0,100)){const entry=byId.get(other);if(entry){const child=branch(entry,below);child.firstChild.prepend(word+': ');details.append(child)}}}
  details.addEventListener('toggle',fill)
  if(details.open)fill()
  return details
}
for(const button of document.querySelectorAll('nav button'))button.addEventListener('click',()=>{tab=button.dataset.tab;markTab();show(lists[tab][0])})
find.addEventListener('input',()=>{showList();paintFound()})
markTab();show(lists.articles[0])
`
