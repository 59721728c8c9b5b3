// SPDX-License-Identifier: GPL-3.0-or-later

/// Words of English.
extension OrdinaryWords {
  /// Small words of English, and others that stand for no thing.
  static let englishSmall = words(
    """
    day english french
    some every two three four five six seven eight nine ten another everything something
    nothing each many both neither either later first second third last next as if while
    since until because here how why where whoever whatever these those its my your you
    not also again still yet so or once between within about around with without for by
    of up down out off over under more most less few other others afterwards meanwhile
    today tomorrow yesterday anyone anything any please yes never nor none us me him them
    is was were are has had have do does did can could would should must shall may might
    be been being during despite although though however instead maybe perhaps even ever
    immediately finally eventually suddenly luckily unfortunately apparently currently
    now new old same such half several monday tuesday wednesday thursday friday saturday
    sunday no-one noon midnight morning afternoon evening night week weekend month year
    above abroad absolutely accidentally accordingly actually ago ahead alas almost alone
    along already alright altogether always anyhow anymore anytime anyway anywhere apart
    asap aside away back badly barely basically behind below besides beyond briefly btw
    cannot cant certainly clearly correct correctly directly doubtless downstairs
    elsewhere enough especially etc everywhere exactly except fairly fast far fine
    forever formerly fortunately forward frankly fully further furthermore generally
    gladly gonna gotta hardly hence hereby herself himself hopefully hourly idk imho
    indeed indoors initially itself just lately least like likewise lol lots loudly low
    mainly meantime merely moreover mostly much myself namely naturally near nearly
    neatly nevertheless nicely nonetheless normally nowhere obviously occasionally often
    ok okay omg onto onwards otherwise ourselves outdoors outside overall partly per
    perfectly pls plus possibly presumably previously primarily probably promptly
    properly quickly quietly quite rather re really recently regarding regardless roughly
    sadly seldom seriously shortly silently similarly simply simultaneously slightly
    slowly solely somehow sometime sometimes somewhat somewhere soon straight strangely
    strictly strongly surely swiftly tbd tbc terribly thanks thereafter therefore thereby
    thereupon thus thx together too totally toward towards truly twice typically
    ultimately underneath unless unlike upon upstairs usually versus via virtually well
    whatsoever whenever whereas wherever whether whichever whole whom whose widely wholly
    worse worst yeah yep yourself fyi eta ps nb aka cc bcc wtf sry hey hello hi dear
    regards cheers sorry good goodbye bye welcome ooo wfh begin bring build buy choose
    close come confirm consider continue create decide deliver describe discuss drive eat
    escalate expect explain feel find follow forget get give go grow happen hear help
    hold ignore improve include intend keep know learn leave let lose make manage meet
    mind move notice offer pay pick play prepare prevent provide pull push put reach read
    realise realize receive recommend remember remove report rescue save see seem sell
    send share show sleep speak spend stand start stay stop submit suggest take talk
    teach think throw treat try turn understand use verify wait want warn wear win wish
    wonder write gone done seen known taken given shown sent lost found held kept told
    said left made met paid rung run sat set shut sold spoken spent stood stuck thought
    thrown understood worn written broken chosen driven eaten fallen forgotten gotten
    grown hidden
    unplug evacuate isolate rotate encrypt disconnect notify rehearse reboot restore
    revoke disable enable unlock carry fetch sort collect inform involve greet apologise
    apologize compare cancel delete ensure install uninstall investigate invite organise
    organize prioritise quarantine reassure rebuild reconnect refuse reject release
    reload remind rename renew reopen reschedule respond seal shout strengthen suspend
    swap upgrade wipe withdraw chaos relief confusion surprise hang hung nope no ty np
    plz remarks details notes outcome nobody's it's that's there's what's who's let's
    we're they're you're i'm he's she's tues weds thurs sept oct nov dec feb mar apr
    jun jul aug mon tue wed thu fri sun
    i'll i've i'd say says look looks tell tells ask asks calls runs judge draw draws
    heard tonight polite funny super plain right rights pass fail acknowledge didn't
    don't doesn't isn't wasn't weren't haven't hadn't couldn't wouldn't shouldn't won't
    can't ain't you'll you've we've we'll they'll they've he'll she'll it'll there'll
    who'd he'd she'd they'd earlier id drew grab listen rush email mails answers enter
    leaves waits ok'd cc'd thank pardon congratulations plenty thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen forty sixty seventy eighty ninety thousand
    million fourth fifth sixth seventh eighth ninth tenth
    dont wont isnt didnt doesnt wasnt couldnt wouldnt shouldnt hasnt havent im ive youre
    theyre thats whats heres theres lets anybody than easier harder longer shorter
    themselves ours yours theirs hers thirty fifty fiftieth unfair grandmother
    grandfather aunt uncle cousin niece nephew sister
    """)

  /// Things, people and qualities that a record in English tells of.
  static let englishThings = words(
    """
    access account address alarm alert answer app application archive area article attack
    attempt audit backup badge bag bank board booking box branch briefing browser bug
    building bus business button cable call camera card case cash cause chain change
    channel charge chat check checklist claim client clock code colleague comment
    communication company complaint computer conclusion confirmation connection contact
    contract copy correction cost counter credential crowd data database date deadline
    decision delay delivery detail device disk document door draft drill duty effect
    electricity elevator entry envelope error event evidence example exit export fact
    failure feedback file finding fire firewall flight floor folder form front gate goal
    group guard guide hardware heating helpdesk hospital hotel house idea identity impact
    import incident information infrastructure internet interview invoice issue item job
    key keyboard kitchen label laptop law leak letter lift light line link list lock log
    login loss machine mail mailbox maintenance malware map material meeting message
    mistake mobile money monitor monitoring museum name network news note notification
    number office online operation order outage owner page paper parcel part password
    patch payment people permission phone photo picture place plan platform point police
    policy power press printer privacy problem procedure process product program project
    public purchase query question queue reason receipt reception record recovery refund
    reply request response rest restart result review risk role room root route router
    rule safe safety sale scanner schedule screen script search seat security server
    service session shelf shift shop sign signal site situation smoke software source
    staff stage state statement station status step stick stock store storage summary
    supply support switch system table task team telephone terminal test text ticket time
    title tool traffic train training transfer truck update upload user van vehicle
    version video voicemail wallet warehouse warning water way web website window word
    work workaround zone excel outlook teams whatsapp windows linux google microsoft
    apple amazon slack zoom telegram facebook instagram github iphone android bluetooth
    action trigger detection containment mitigation severity priority cards internal
    external guest guests visitor visitors ability absence accident activity additional
    advice agreement agency air airport ambulance amount angry answerphone antivirus
    apology appointment approval attachment attendant audio authentication authority
    automatic availability awareness balance banner barrier basement basic battery bed
    behaviour benefit better bicycle big blocked boiler book booth bottle boxes brand
    brief bright broadcast budget burst busy calendar calm campaign candidate canteen
    capacity careful ceiling central certain certificate chair charger cheque chimney
    choice city class clean clear click clinic closed closing cloud coach coat coffee
    cold collection colour column common complete complex concern concierge condition
    conference configuration consequence console contactless content control cookie
    cooler corridor couple courier cover crash credentials credit critical cupboard
    curfew currency current curtain cut cutover cyber daily damage dark dashboard dead
    debrief deep default defect demand deposit depot description desktop detector
    difference difficult digital dinner direct directory dirty disaster discovery
    dispatch display distribution doorbell download downtime drain drawer dropdown dry
    dust early easy edge effort electrical electrician emergency empty encryption engine
    enquiry entrance environment equipment escalation escalator escape estimate
    evacuation exact exercise exhibition expense explanation explosion exposure extension
    extinguisher extra eye facility fair fake false fan fault fax feature fence figure
    final finger flat fleet flood flow food foot force foreign forensic forwarder
    fountain free freezer freight fridge fuel full function fuse garage garbage garden
    gas generator glass goods great ground handbook handover handset hand hard hazard
    headphone headquarters headset health heater heavy high home hose hot hotline hour
    household huge human hydrant idle illegal immediate inbound inbox initial injury ink
    inside inspection instruction insurance intake intercom interface interim intranet
    intruder inventory investigation invitation jam joint junior keycard kettle kiosk kit
    knife lack ladder lamp late latest launch laundry lead leaflet leakage legal
    letterbox level library licence license life lighting likely limit liquid live load
    lobby local lockout loose lorry loud lounge luggage lunch mailing main major maker
    manual market master measure medical member memo menu metal meter method microphone
    middle minor minutes mirror miss missing mode modem module moment motion motor mouse
    multiple nearest necessary need nearby neighbour nice noise notebook nuisance object
    obvious occupant official offline oil open opening opinion option oral original
    outbound outgoing output oven overnight overview pack package pager pallet panel
    panic paperwork parking partial party passage passport past path patient pattern
    pavement payroll peak pen pending perimeter period permit person personal petrol
    phishing physical pile pin pipe plaster plastic plug pocket poor pop-up port portable
    portal post postal postmortem potential pre-alarm precaution preliminary premises
    presence pressure previous primary print private prize production profile prompt
    proof proper protocol provider proximity pump quality quick quiet quote radiator
    radio range rapid rating raw ready real rear receiver recent red redirect reference
    refill region register regular relevant reliable reminder remote removal rental
    repair repeat replacement reporting reserve residence resource responsible restaurant
    restricted retail return ring ripped roof rota rotten rough round routine rubbish
    rumour sad salary sample scale scam scan scene scope secret section secure sender
    senior sensor sensitive separate sequence serial serious setting setup severe sewage
    sewer shared sheet shelter shipment shock shortage shower shutdown shutter sick side
    signage silence silent similar simple single sink siren size slip slow smart smell
    soft solution sound spam spare speaker special speed spill spot spreadsheet sprinkler
    staffing stairs stairwell stall standard standby steam stolen storm story strange
    street strict string strong student stupid style subject submission substitute sudden
    suite surface survey suspect suspicious swipe symptom tag tank tannoy tap tape target
    tariff tax technical temperature temporary tenant theft thermostat thing threat till
    timeline tiny toilet token tone top total touchscreen tower town toy trace track
    transaction translation trash tray trial tricky trip trolley trouble true trunk trust
    tunnel turnstile type unable unauthorised unauthorized unclear underground unexpected
    unhappy unit unknown unlikely unlocked unsafe unusual upper upset usage useful usual
    valid valuable valve vault vendor vent ventilation venue victim view virus visible
    visit voice volunteer vote voucher waiting walk wall wardrobe warranty waste watch
    wave weak weather weekly weird wet wheel wide wifi wi-fi wind wire wireless witness
    wrong wrap yard yellow zero activation adviser aim aisle amendment announcement
    annual anonymous architect arrival assessment asset assistance assumption attendance
    attention attitude audience authorisation average award background baggage bandwidth
    barcode base basis batch bathroom beginning behalf belt bike birthday bit block blood
    body booklet boot border bottom bowl brain break breakfast breach bridge broker
    brother brush bucket builder bulk bulb bundle burglar burglary cabin cabinet cake
    cancellation cancer cap care career cargo carpet carrier cart cartridge category
    catering cell centre center ceremony chance character charity chart cheap chest chief
    child children chip circuit circumstance citizen classroom cleaning clear-up clerk
    climate clip clothes club cluster collar college combination comfort command
    committee compartment compensation competition component concept concert conflict
    consent consideration constant contamination contingency contribution conversation
    cooling cooperation corner corporate couch council count country county course court
    craft crane cream crew crisis criterion cross crucial culture cup custody custom
    cycle dad daughter death debt deck delegate deletion departure deputy desk
    development deviation dialog dialogue diary diesel diet digit dimension direction
    disability discount discussion dish dismissal disposal dispute distance district
    disturbance division dock dog donation dose doubt dozen dress drink driveway drop
    drug drum duplicate duration ear earth economy edition editor education efficiency
    egg elderly election element else emission employer employment enemy energy
    enforcement engagement enterprise entertainment entity episode equal era escort
    essential estate evaluation examination exception exchange excuse executive existence
    expansion expectation expert expiry express extent extreme face factor factory
    faculty failover fall family fashion father favour fear federal fee feed feeling
    fellow fiction fight fighter film filter finance finish fish fix flag flame flash
    flexibility fluid fly focus follow-up football formal formation fortune forum
    foundation founder fraction fragile frame fraud freedom frequency fresh friend
    friendly frozen fruit fun fund furniture future gallery game gap gasket gear gender
    general generation gentleman gift girl glance global glove golf government gown grade
    graduate graph grass gross growth guarantee guidance guideline guilty gun gym habit
    hair hall hallway hammer handle handling happy harbour harm headline hearing heart
    heat height hero hint history hit hole honest hook horn host hostel hundred hurry
    husband ice icon ideal ill illness image impression improvement inch income increase
    indicator individual industry influence informal initiative injection input inquiry
    insight inspector instance institution instrument intention interest intervention
    introduction investment iron island isolation jacket jail jar joke journal journey
    judgment juice jump jury kid killer kind kilometre knee knock knowledge laboratory
    lab labour land landing landlord language lap latch lawn lawyer layer layout leaf
    league learning lecture lid lie lifetime limitation liner lip literature loading loan
    location logic logo lot lover luck lucky lung lunchtime magazine magnetic maintainer
    majority male mall mankind manner manufacturer marathon margin mass mat match math
    matter maximum meal meaning media medicine medium memory mental mention merchant mess
    metre midday mile military milk mine minimum minister minority mission mix mixture
    model modern mom mood motorway mount mountain mouth movement movie mud muscle music
    mutual nail nation national native natural nature neck negative neighbourhood nerve
    net neutral nobody nonsense nose notion novel nuclear nurse nursery
    tea taxi cab steps trap traps player players school confidence shrinkage competency
    policies alias bidirectional millisecond golden schema sandwich biscuit snack sugar
    mug sofa pub bakery chemist pharmacy surgery dentist umbrella lantern torch candle
    mop glue rope ribbon satchel purse backpack rucksack suitcase buggy pram pushchair
    wheelchair crutch bandage sling ointment aspirin allergy fever cough asthma seizure
    faint fracture bruise bleeding concussion poisoning choking dizziness vomit spillage
    puddle slush mould rust damp draught stench chemical solvent bleach acid chlorine
    ammonia asbestos dongle firmware hypervisor cron regex kernel proxy gateway subnet
    hostname endpoint backend frontend middleware webhook payload runtime rollback
    rollout hotfix bugfix changelog repo commit pipeline replica shard latency throughput
    timeout deadlock checksum cipher keyring keystore truststore keypad keyhole padlock
    bolt hinge bollard kerb ramp gangway gantry hoist forklift digger trailer tanker
    hatchback minibus tram ferry barge
    """)
}
