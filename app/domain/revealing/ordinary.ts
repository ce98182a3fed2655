/** Words with a capital that tell nothing of anybody here. All in small letters. */

const lines = (words: string) => words.trim().split(/\s*[,\n]\s*/);

const TIME = lines(`monday,tuesday,wednesday,thursday,friday,saturday,sunday,mondays,tuesdays
  wednesdays,thursdays,fridays,saturdays,sundays,january,february,march,july,september,october
  november,december,christmas,easter,hanukkah,ramadan,eid,diwali,lent,advent,halloween,valentine
  thanksgiving,whitsun,pentecost,passover,new,year,eve`);

const BELIEF = lines(`god,goddess,lord,jesus,christ,bible,quran,koran,torah,buddha,allah,satan,devil
  moses,muhammad,heaven,hell,church,catholic,protestant,christian,christianity,muslim,islam
  jewish,judaism,buddhist,buddhism,hindu,quaker,quakers,anglican,methodist,pagan,holy,spirit
  samaritans,pope,bishop`);

const PEOPLES = lines(`english,german,french,spanish,italian,dutch,polish,turkish,arabic,russian
  irish,scottish,welsh,british,american,european,african,asian,indian,chinese,japanese,greek,latin
  portuguese,swedish,danish,norwegian,finnish,czech,hungarian,ukrainian,romanian,persian,western
  eastern,northern,southern,north,south,east,west,black,white,roma,māori,maori,aboriginal,latino
  latina,victorian,europe,africa,asia,america,americas,britain,england,scotland,wales,ireland
  germany,france,italy,spain,poland,usa,atlantic,pacific,earth,mars,moon,sun,venus,celtic,nordic
  scandinavia,kiwi,canadian,australian,brazilian,mexican,swiss,austrian,belgian,israeli,iranian`);

const MEDICINES = lines(`lithium,prozac,seroquel,zyprexa,olanzapine,risperdal,risperidone,clozapine
  clozaril,leponex,haldol,haloperidol,quetiapine,abilify,aripiprazole,depakote,lamictal,lamotrigine
  valproate,valium,diazepam,xanax,ativan,lorazepam,klonopin,tavor,zoloft,sertraline,lexapro,celexa
  citalopram,paxil,seroxat,effexor,venlafaxine,cymbalta,wellbutrin,mirtazapine,trazodone,ritalin
  adderall,concerta,largactil,thorazine,modecate,depixol,clopixol,invega,xeplion,latuda,geodon
  amitriptyline,librium,mogadon,ambien,zopiclone,buscopan,procyclidine,akineton,suboxone,methadone
  ibuprofen,paracetamol,tylenol,nutella,antabuse,campral,ketamine,melatonin,tegretol,trileptal`);

const THOUGHT = lines(`freud,jung,laing,foucault,szasz,goffman,basaglia,breggin,whitaker,moncrieff
  goetzsche,gøtzsche,fanon,winnicott,lacan,bentall,romme,escher,chamberlin,deegan
  mosher,kraepelin,bleuler,jaspers,plath,woolf,kafka,nietzsche,shakespeare,dante,orwell
  dostoevsky,tolstoy,rilke,hölderlin,beethoven,mozart,bach,chopin,bowie,beatles,plato
  socrates,aristotle,buddha,hitler,stalin,marx,darwin,einstein,newton,thatcher,reagan,trump,biden
  obama,clinton,napoleon,parkinson,parkinson’s,alzheimer,alzheimer’s,tourette,asperger,asperger's
  asperger’s,rorschach,maslow,marxist,freudian,jungian,orwellian,kafkaesque,socratic,platonic
  superman,spiderman,batman,messiah,antichrist,napoleonic`);

const HOUSES = lines(`government,parliament,ministry,minister,department,council,court,tribunal
  police,state,states,republic,trust,board,commission,committee,congress,senate,house,party,labour
  conservative,tories,tory,liberal,democrats,republican,act,law,section,article,bill,charter,rights
  convention,nations,union,national,international,royal,world,federal,public,service,services,red
  cross,salvation,army,hearing,voices,network,mad,pride,open,dialogue,soteria,recovery,college,group
  movement,association,society,foundation,institute,centre,center,project,team,crisis,community
  mental,health,psychiatric,general,acute,secure,forensic,adult,child,adolescent,children,intensive
  care,day,local,private,old,big,great,little,upper,lower,main,high,home,head,office,internet,google
  facebook,instagram,twitter,whatsapp,youtube,zoom,skype,netflix,wikipedia,amazon,reddit,tiktok
  telegram,signal,spotify,ikea,lego,playstation,xbox,nintendo,iphone,android,apple,microsoft,windows
  covid,covid-19,brexit,medicare,medicaid,alcoholics,narcotics,anonymous,weight,watchers,oxfam
  unicef,amnesty,mind,rethink,guardian,times,bbc,radio,television,tv,lancet,cochrane,medline,pubmed
  peer,support,wellness,action,plan,survivors,users,users’,user,emergency,room,accident,assertive
  outreach,early,intervention,psychosis,hospital,hospitals,clinic,clinics,ward,unit,school,schools
  university,universities,academy,primary,secondary,grammar,medical,teaching,state-run,city,county`);

const PLAIN = lines(`i,i'm,i’m,i've,i’ve,i'd,i’d,i'll,i’ll,mum,mom,mummy,mam,dad,daddy,papa,mama
  mother,father,gran,grandma,grandpa,granny,nan,nana,sister,brother,uncle,aunt,auntie,doctor,nurse
  dr,mr,mrs,ms,miss,professor,sir,madam,lady,king,queen,prince,princess,president,story,debate
  chapter,part,figure,table,page,appendix,note,notes,one,two,three,four,five,six,the,a,an,and,but
  or,so,then,when,if,no,not,yes,oh,well,ok,okay,please,thank,thanks,hello,hi,dear,love,sorry,what
  why,who,how,where,which,that,this,these,those,there,here,he,she,they,we,you,it,his,her,my,our
  their,its,your,some,any,all,every,each,both,many,most,much,more,nothing,everything,something
  nobody,somebody,everybody,someone,everyone,truth,reason,madness,self,other,others,being,life
  death,time,power,freedom,justice,nature,world,bay,in,on,at,of,to,from,for,with,by,as,is
  was,are,were,be,do,did,does,have,had,has,can,could,would,should,might,must,shall,let
  after,before,since,until,while,because,although,though,even,only,just,also,still,yet,never,once
  again,now,today,yesterday,tomorrow,later,soon,perhaps,maybe,about,over,under,up,down,out,off
  said,say,says,told,tell,asked,ask,went,go,came,come,got,get,took,take,made,make,saw,see,knew
  know,thought,think,felt,feel,back,like,than,too,very,ever,such,same,own,whatever,whoever,both
  street,road,lane,avenue,x,y,z,ps,nb,eg,ie,etc`);

/** Never taken for a name by themselves. */
export const ORDINARY: ReadonlySet<string> = new Set(
  [...TIME, ...BELIEF, ...PEOPLES, ...MEDICINES, ...THOUGHT, ...HOUSES, ...PLAIN].filter(
    (word) => word !== "",
  ),
);

/** Words that are also names: at the beginning of a sentence they are taken for words. */
export const ALSO_WORDS: ReadonlySet<string> = new Set(
  lines(`will,hope,grace,joy,faith,may,april,june,august,summer,autumn,mark,bill,art,rose,dawn,pat
  sue,rob,frank,jack,drew,chase,max,ray,guy,charity,christian,angel,sky,destiny,harmony,melody,ivy
  violet,lily,daisy,iris,ruby,amber,jade,pearl,olive,page,penny,chance,miles,dean,earl,duke,king
  prince,major,victor,don,jean,sandy,robin,heather,holly,hazel,ginger,basil,cliff,glen,forest,brook
  rusty,skip,wade,lane,norm,grant,gene,dale,dusty,crystal,star,stormy,misty,rocky,rich,hank
  peg,buck,chuck,mason,cooper,baker,carter,miller,hunter,fisher,parker,porter,turner,tanner,cook
  wright,smith,taylor,tyler,walker,barber,bishop,butler,carpenter,gardener,judge,law,long,short
  young,small,brown,green,black,white,gray,grey,reed,rice,bush,field,fields,wood,woods,stone,hill
  hills,lake,rivers,banks,bridges,church,day,noel,winter,winters,frost,snow,rain,storm,lord,moon
  savage,swift,sharp,strong,wise,good,best,better,love,lovely,darling,dear,sunny,happy,merry,gay
  tad,bud,buddy,sage,rowan,ash,aspen,jasper,jay,kit,mercy,patience,prudence,verity,honor,honour
  constance,marine,chelsea,kent,austin,dallas,lincoln,jordan,israel,georgia
  virginia,florence,sydney,madison,eve,rod,dick,gus,mo,bo,di,sherry,candy
  brandy,ginny,nova,aurora,luna,blossom,flora,fern,clover,poppy,myrtle,laurel,linden,willow,sia
  al,an,man,men,so,see,do,to,he,my,me,in,as,even,evens,van,abe,pay,say,moss
  holy,royal,noble,bliss,gale,marsh,peace,temple,trinity,treasure,worth,ford,case,chill,means
  early,banks,works,sets,costa,chad,china,india,asia,dakota,montana,nevada,carolina,savannah
  cash,christ,clay,cole,colt,crew,cruz,curt,dash,dean,dell,dove,drake,fox,gates,gold,grove,hale
  hall,hardy,harper,hays,heath,hood,hurt,hyde,joker,keen,key,kind,knight,lamb,lamp,lark,lens,lions
  long,lore,lou,low,lowe,mace,mack,major,mick,minor,moses,nash,nelly,pace,park,parks,payne,peacock
  pepper,perry,piper,pope,post,pride,prime,quick,ransom,reign,rhyme,rider,river,rook,rush,sand
  sands,self,sons,spring,springs,steel,stern,sterling,stew,stone,street,tiger,tome,trace,trip,true
  vale,vance,ward,wards,ware,waters,webb,west,wild,wilde,win,wolf,worth,yang,yong,young,era,rising
  hank,melody,mine,bunny,honey,kitty,missy,precious,queen,barb,bea,bee,cat,dot
  gay,gail,jo,mimi,pip,tuesday,wednesday,sol,tag,tam,una`),
);
