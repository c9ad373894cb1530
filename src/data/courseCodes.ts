/**
 * State course codes as the federal list has them: School Courses for the Exchange of Data (SCED), National Center for
 * Education Statistics, a work of the United States government and so in the public domain. Made from the courses of
 * version 12, then those of version 7 that are gone since, the codes archived up to version 7, and the codes that
 * version 7 says were given to another course or place in the list. Washington builds its own list on this one and
 * adds, keeps and retires codes by itself, so that a code that is not here is unusual, not wrong.
 *
 * One code a line: the code, its newest title, and after a bar the codes that took its place.
 */
const TABLE = `
01001 English/Language Arts I (9th grade)
01002 English/Language Arts II (10th grade)
01003 English/Language Arts III (11th grade)
01004 English/Language Arts IV (12th grade)
01005 AP English Language and Composition
01006 AP English Literature and Composition
01007 IB Language A: Literature—English
01008 English as a Second Language
01009 Language Arts Laboratory
01010 IB Language A (English), Middle Years Program
01011 IB Language A: Language and Literature—English
01012 IB Literature and Performance
01013 AP Seminar: English
01014 CI English Language
01026 Language Arts (early childhood education)
01027 Language Arts (pre-kindergarten)
01028 Language Arts (kindergarten)
01029 Language Arts (grade 1)
01030 Language Arts (grade 2)
01031 Language Arts (grade 3)
01032 Language Arts (grade 4)
01033 Language Arts (grade 5)
01034 Language Arts (grade 6)
01035 Language Arts (grade 7)
01036 Language Arts (grade 8)
01037 Language Arts—General
01038 Reading (early childhood education)
01039 Reading (pre-kindergarten)
01040 Reading (kindergarten)
01041 Reading (grade 1)
01042 Reading (grade 2)
01043 Reading (grade 3)
01044 Reading (grade 4)
01045 Reading (grade 5)
01046 Reading (grade 6)
01047 Reading (grade 7)
01048 Reading (grade 8)
01049 Reading—General
01051 English/Literature (freshmen and sophomores)
01052 English/Literature (juniors and seniors)
01053 Literature
01054 American Literature
01055 American Literature/History
01056 British Literature
01057 British Literature/History
01058 World Literature
01059 Biblical Literature
01060 Literature of an Author
01061 Literature of a Genre
01062 Literature of a Period
01063 Literature of a Place
01064 Literature of a People
01065 Literature of a Theme
01066 Strategic Reading
01067 Assisted Reading
01068 Corrective Reading
01069 Mythology
01070 CI English Literature
01097 Literature—Independent Study
01098 Literature—Workplace Experience
01099 Literature—Other
01101 English/Composition (freshmen and sophomores)
01102 English/Composition (juniors and seniors)
01103 Composition
01104 Creative Writing
01105 Research/Technical Writing
01106 CI English General Paper
01128 Writing (early childhood education)
01129 Writing (pre-kindergarten)
01130 Writing (kindergarten)
01131 Writing (grade 1)
01132 Writing (grade 2)
01133 Writing (grade 3)
01134 Writing (grade 4)
01135 Writing (grade 5)
01136 Writing (grade 6)
01137 Writing (grade 7)
01138 Writing (grade 8)
01139 Writing—General
01147 Composition—Independent Study
01148 Composition—Workplace Experience
01149 Composition—Other
01151 Public Speaking
01152 Forensic Speech—Inclusive
01153 Forensic Speech—Debate
01154 Forensic Speech—Individual Event
01155 Communications
01156 Applied English and Communications
01197 Speech—Independent Study
01198 Speech—Workplace Experience
01199 Speech—Other
01201 English Morphology and Grammar
01202 History of the English Language
01203 English—Test Preparation
01204 English Grammar
01992 English Proficiency Development
01995 English Language and Literature—Aide
01996 English Language and Literature—Supplemental
01997 English Language and Literature—Independent Study
01998 English Language and Literature—Workplace Experience
01999 English Language and Literature—Other
02001 Informal Mathematics
02002 General Mathematics
02003 Particular Topics in Foundation Mathematics
02028 Mathematics (early childhood education)
02029 Mathematics (pre-kindergarten)
02030 Mathematics (kindergarten)
02031 Mathematics (grade 1)
02032 Mathematics (grade 2)
02033 Mathematics (grade 3)
02034 Mathematics (grade 4)
02035 Mathematics (grade 5)
02036 Mathematics (grade 6)
02037 Mathematics (grade 7)
02038 Mathematics (grade 8)
02039 Mathematics—General
02047 Foundation Mathematics—Independent Study
02049 Foundation Mathematics—Other
02051 Pre-Algebra
02052 Algebra I
02053 Algebra I—Part 1
02054 Algebra I—Part 2
02055 Transition Algebra
02056 Algebra II
02057 Algebra III
02058 Particular Topics in Algebra
02061 Integrated Math—multi-year equivalent
02062 Integrated Mathematics I
02063 Integrated Mathematics II
02064 Integrated Mathematics III
02065 Integrated Mathematics IV
02069 Algebra—Other
02071 Informal Geometry
02072 Geometry
02073 Analytic Geometry
02074 Principles of Algebra and Geometry
02075 Particular Topics in Geometry
02079 Geometry—Other
02101 Number Theory
02102 Discrete Mathematics
02103 Trigonometry
02104 Mathematic Analysis
02105 Trigonometry/Mathematic Analysis
02106 Trigonometry/Algebra
02107 Trigonometry/Analytic Geometry
02108 Mathematic Analysis/Analytic Geometry
02109 Elementary Functions
02110 Pre-Calculus
02111 Linear Algebra
02112 Linear Programming
02113 Abstract Algebra
02114 AP Precalculus
02121 Calculus
02122 Multivariate Calculus
02123 Differential Calculus
02124 AP Calculus AB
02125 AP Calculus BC
02126 Particular Topics in Calculus
02131 IB Mathematical Studies
02132 IB Mathematics
02133 IB Mathematics and Computing—SL
02134 IB Further Mathematics
02135 IB Mathematics, Middle Years Program
02136 Finite Mathematics
02137 Mathematical Modeling
02138 College Mathematics Preparation
02139 IB Mathematics: Applications and Interpretation
02140 IB Mathematics: Analysis and Approaches
02141 Particular Topics in Analytic Mathematics
02149 Analytic Mathematics—Other
02151 General Applied Mathematics
02152 Occupationally Applied Mathematics
02153 Technical Mathematics
02154 Business Mathematics
02155 Business Mathematics with Algebra
02156 Computer Mathematics with Algebra
02157 Consumer Mathematics
02158 Quantitative Reasoning
02201 Probability and Statistics
02202 Inferential Probability and Statistics
02203 AP Statistics
02204 Particular Topics in Probability and Statistics
02205 Statistics
02207 Probability and Statistics—Independent Study
02209 Probability and Statistics—Other
02991 History of Mathematics
02993 Mathematics—Test Preparation
02994 Mathematics Proficiency Development
02995 Mathematics—Aide
02996 Mathematics—Supplemental
02997 Mathematics—Independent Study
02998 Mathematics—Workplace Experience
02999 Mathematics—Other
03001 Earth Science
03002 Geology
03003 Environmental Science
03004 Astronomy
03005 Marine Science
03006 Meteorology
03007 Physical Geography
03008 Earth and Space Science
03009 Particular Topics in Earth Science
03010 Earth/Space Science (prior-to-secondary)
03011 Physical Science (prior-to-secondary)
03012 Energy and the Environment
03013 CI Marine Science
03047 Earth Science—Independent Study
03048 Earth Science—Workplace Experience
03049 Earth Science—Other
03051 Biology
03052 Biology—Advanced Studies
03053 Anatomy and Physiology
03054 Anatomy
03055 Physiology
03056 AP Biology
03057 IB Biology
03058 Botany
03059 Genetics
03060 Microbiology
03061 Zoology
03062 Conceptual Biology
03063 Particular Topics in Biology
03064 Regional Biology
03065 IB Sports, Exercise, and Health Science
03066 PLTW Principles of Biomedical Science
03067 PLTW Human Body Systems
03068 PLTW Medical Interventions
03069 Nutrition Science
03070 PLTW Biomedical Innovation
03071 Life Science
03097 Biology—Independent Study
03098 Biology—Workplace Experience
03099 Biology—Other
03101 Chemistry
03102 Chemistry—Advanced Studies
03103 Organic Chemistry
03104 Physical Chemistry
03105 Conceptual Chemistry
03106 AP Chemistry
03107 IB Chemistry
03108 Particular Topics in Chemistry
03147 Chemistry—Independent Study
03148 Chemistry—Workplace Experience
03149 Chemistry—Other
03151 Physics
03152 Physics—Advanced Studies
03153 Principles of Technology
03155 AP Physics B
03156 AP Physics C
03157 IB Physics
03158 Life Science
03159 Physical Science
03160 IB Physical Science
03161 Conceptual Physics
03162 Particular Topics in Physics
03163 AP Physics C: Electricity and Magnetism
03164 AP Physics C: Mechanics
03165 AP Physics 1
03166 AP Physics 2
03197 Physics—Independent Study
03198 Physics—Workplace Experience
03199 Physics—Other
03201 Integrated Science
03202 Unified Science
03203 Applied Biology/Chemistry
03204 Technological Inquiry
03205 Origins of Science
03206 IB Design Technology
03207 AP Environmental Science
03208 IB Environmental Systems and Societies
03209 Aerospace
03210 Science, Technology and Society
03211 Technical Science
03212 Scientific Research and Design
03213 IB Sciences, Middle Years Program
03214 Forensic Laboratory Science
03228 Science (early childhood education)
03229 Science (pre-kindergarten)
03230 Science (kindergarten)
03231 Science (grade 1)
03232 Science (grade 2)
03233 Science (grade 3)
03234 Science (grade 4)
03235 Science (grade 5)
03236 Science (grade 6)
03237 Science (grade 7)
03238 Science (grade 8)
03239 Science—General
03994 Life and Physical Sciences—Proficiency Development
03995 Life and Physical Sciences—Aide
03996 Life and Physical Sciences—Supplemental
03997 Life and Physical Sciences—Independent Study
03998 Life and Physical Sciences—Workplace Experience
03999 Life and Physical Sciences—Other
04001 World Geography
04002 Particular Topics in Geography
04003 IB Geography
04004 AP Human Geography
04005 U.S. Geography
04047 Geography—Independent Study
04048 Geography—Workplace Experience
04049 Geography—Other
04051 World History—Overview
04052 World History and Geography
04053 Modern World History
04054 IB History
04055 Modern European History
04056 AP European History
04057 AP World History
04058 Ancient Civilizations
04059 Medieval European History
04060 Ancient and Medieval History
04061 World Area Studies
04062 World People Studies
04063 Western Civilization
04064 Contemporary World Issues
04065 Particular Topics in World History
04066 IB Islamic History
04067 AP World History: Modern
04068 CI Global Perspectives & Independent Research
04097 World History—Independent Study
04098 World History—Workplace Experience
04099 World History—Other
04101 U.S. History—Comprehensive
04102 Early U.S. History
04103 Modern U.S. History
04104 AP U.S. History
04105 State-Specific Studies
04106 Contemporary U.S. Issues
04107 U.S. Ethnic Studies
04108 U.S. Gender Studies
04109 Particular Topics in U.S. History
04110 U.S. Wars and Military Conflicts
04111 CI U.S. History
04112 AP African American Studies
04147 U.S. History—Independent Study
04148 U.S. History—Workplace Experience
04149 U.S. History—Other
04151 U.S. Government—Comprehensive
04152 Particular Topics in U.S. Government
04153 Political Science
04154 Comparative Government
04155 International Relations
04156 United States and World Affairs
04157 AP U.S. Government and Politics
04158 AP Comparative Government and Politics
04159 AP Government
04160 U.S. Government, Civics, and Economics
04161 Civics
04162 Law Studies
04163 Consumer Law
04164 Business Law
04165 Legal System
04166 Particular Topics in Law
04167 Simulated Political Process
04168 IB Twentieth Century World History
04169 IB Global Politics
04171 IB Individuals and Societies, Middle Years Program
04197 Government, Politics and Law—Independent Study
04198 Government, Politics and Law—Workplace Experience
04199 Government, Politics and Law—Other
04201 Economics
04202 Comparative Economics
04203 AP Microeconomics
04204 AP Macroeconomics
04205 AP Economics
04206 IB Economics
04207 Particular Topics in Economics
04208 Microeconomics
04209 Macroeconomics
04247 Economics—Independent Study
04248 Economics—Workplace Experience
04249 Economics—Other
04251 Anthropology
04252 Particular Topics in Anthropology
04253 IB Social and Cultural Anthropology
04254 Psychology
04255 Particular Topics in Psychology
04256 AP Psychology
04257 IB Psychology
04258 Sociology
04259 Particular Topics in Sociology
04260 Social Science
04261 Social Science Research
04262 IB Organization Studies
04297 Social Sciences—Independent Study
04298 Social Sciences—Workplace Experience
04299 Social Sciences—Other
04301 Humanities Survey
04302 Humanities
04303 Issues of Western Humanities
04304 IB Theory of Knowledge
04305 Social Studies
04306 Philosophy
04307 Particular Topics in Philosophy
04308 Modern Intellectual History
04309 IB Philosophy
04310 Particular Topics in Humanities
04311 CI Thinking Skills
04347 Humanities—Independent Study
04348 Humanities—Workplace Experience
04349 Humanities—Other
04428 Social Studies (early childhood education)
04429 Social Studies (pre-kindergarten)
04430 Social Studies (kindergarten)
04431 Social Studies (grade 1)
04432 Social Studies (grade 2)
04433 Social Studies (grade 3)
04434 Social Studies (grade 4)
04435 Social Studies (grade 5)
04436 Social Studies (grade 6)
04437 Social Studies (grade 7)
04438 Social Studies (grade 8)
04439 Social Studies—General
04994 Social Sciences and History—Proficiency Development
04995 Social Sciences and History—Aide
04996 Social Sciences and History—Supplemental
04997 Social Sciences and History—Independent Study
04998 Social Sciences and History—Workplace Experience
04999 Social Sciences and History—Other
05001 Dance Technique
05002 Dance Repertory
05003 General Dance
05004 Dance History and Appreciation
05005 Dance—Choreography
05006 Dance Survey
05007 Dance Improvisation
05008 World/Cultural Dance
05009 Technical Theater for Dance
05010 Social Dance
05011 Dance Composition/Composition Seminar
05012 IB Dance
05013 Dance for Musical Theater
05014 Ballet
05015 Jazz Dance
05016 Modern Dance
05017 Hip Hop
05018 Tap Dance
05028 Dance (early childhood education)
05029 Dance (pre-kindergarten)
05030 Dance (kindergarten)
05031 Dance (grade 1)
05032 Dance (grade 2)
05033 Dance (grade 3)
05034 Dance (grade 4)
05035 Dance (grade 5)
05036 Dance (grade 6)
05037 Dance (grade 7)
05038 Dance (grade 8)
05039 Dance—General
05047 Dance—Independent Study
05048 Dance—Workplace Experience
05049 Dance—Other
05051 Introduction to Theater
05052 Theater Arts
05053 Theater—Comprehensive
05054 Exploration in Drama
05055 Theater—Acting/Performance
05056 Theater—Stagecraft
05057 Theater—Directing
05058 Playwriting and Screenwriting
05059 History and Literature of the Theater
05060 Musical Theater
05061 Theatrical Production and Management
05062 IB Theatre
05068 Drama (early childhood education)
05069 Drama (pre-kindergarten)
05070 Drama (kindergarten)
05071 Drama (grade 1)
05072 Drama (grade 2)
05073 Drama (grade 3)
05074 Drama (grade 4)
05075 Drama (grade 5)
05076 Drama (grade 6)
05077 Drama (grade 7)
05078 Drama (grade 8)
05079 Drama—General
05097 Theater—Independent Study
05098 Theater—Workplace Experience
05099 Theater—Other
05101 General Band
05102 Concert Band
05103 Marching Band
05104 Orchestra
05105 Contemporary Instrumental Ensemble
05106 Small Ensemble
05107 Piano
05108 Guitar
05109 Individual Technique—Instrumental Music
05110 Chorus
05111 Vocal Ensemble
05112 Individual Technique—Vocal Music
05113 Music Theory
05114 AP Music Theory
05115 IB Music
05116 Music History/Appreciation
05117 Music History
05118 Music Appreciation
05119 Composition/Songwriting
05120 Strings
05121 Contemporary Vocal Ensemble
05122 Culturally Influenced Ensemble
05123 Recording and Production
05124 Technology/Electronic Music
05128 Music (early childhood education)
05129 Music (pre-kindergarten)
05130 Music (kindergarten)
05131 Music (grade 1)
05132 Music (grade 2)
05133 Music (grade 3)
05134 Music (grade 4)
05135 Music (grade 5)
05136 Music (grade 6)
05137 Music (grade 7)
05138 Music (grade 8)
05139 Music—General
05147 Music—Independent Study
05148 Music—Workplace Experience
05149 Music—Other
05151 Art Appreciation
05152 Art History
05153 AP Art History
05154 Visual Arts—Comprehensive
05155 Visual Arts—Drawing/Painting
05156 Visual Arts—Drawing
05157 Visual Arts—Painting
05158 Visual Arts—Sculpture
05159 Ceramics/Pottery
05160 Printmaking/Graphics
05161 Printmaking
05162 Visual Communications Design
05163 Advertising Design
05164 Fibers and Textile Design
05165 Crafts
05166 Jewelry
05167 Photography
05168 Cinematography/Video Production
05169 Multimedia Art
05170 Art Portfolio
05171 AP Studio Art—General Portfolio
05172 AP Drawing
05173 IB Visual Arts
05174 AP 2-D Art and Design
05175 AP 3-D Art and Design
05176 Calligraphy/Lettering
05177 Animation
05178 Art (early childhood education)
05179 Art (pre-kindergarten)
05180 Art (kindergarten)
05181 Art (grade 1)
05182 Art (grade 2)
05183 Art (grade 3)
05184 Art (grade 4)
05185 Art (grade 5)
05186 Art (grade 6)
05187 Art (grade 7)
05188 Art (grade 8)
05189 Art—General
05190 Fashion Design
05191 Industrial Design
05192 Architectural Design
05193 Interior Design
05194 IB Film
05195 Fundamentals of Design
05197 Visual Arts—Independent Study
05198 Visual Arts—Workplace Experience
05199 Visual Arts—Other
05201 Interdisciplinary Arts
05202 IB Arts, Middle Years Program
05203 Film Appreciation and Analysis
05250 Media Arts—Comprehensive
05251 Digital Imaging
05252 Interactive Design
05253 Interactive Game Design
05254 Web Design
05255 Moving Image
05256 Moving Image – Animation
05257 Digital Sound Design
05258 Virtual Design
05259 Media for Performance
05260 Multimedia Design
05261 Intermedia Design
05262 Media Arts Theory
05263 Media Literacy
05297 Media Arts—Independent Study
05298 Media Arts—Workplace Experience
05299 Media Arts—Other
05995 Visual and Performing Art—Aide
05997 Visual and Performing Art—Independent Study
05998 Visual and Performing Art—Workplace Experience
05999 Visual and Performing Art—Other
06028 Foreign Language (early childhood education)
06029 Foreign Language (pre-kindergarten)
06030 Foreign Language (kindergarten)
06031 Foreign Language (grade 1)
06032 Foreign Language (grade 2)
06033 Foreign Language (grade 3)
06034 Foreign Language (grade 4)
06035 Foreign Language (grade 5)
06036 Foreign Language (grade 6)
06037 Foreign Language (grade 7)
06038 Foreign Language (grade 8)
06039 Foreign Language—General|24039
06100 Spanish (prior-to-secondary)|24050 24051
06101 Spanish I|24052
06102 Spanish II|24053
06103 Spanish III|24054
06104 Spanish IV|24055
06105 Spanish V|24056
06106 Spanish for Native Speakers|24057
06107 Spanish Field Experience|24058
06108 Spanish Conversation and Culture|24059
06109 Spanish Literature|24060
06110 IB Language A: Literature—Spanish|24062
06111 IB Language B—Spanish|24063
06112 AP Spanish Language and Culture|24064
06113 AP Spanish Literature and Culture|24065
06114 IB Language B (Spanish), Middle Years Program|24066
06115 IB Language A: Language and Literature—Spanish|24067
06116 IB Language Ab Initio—Spanish|24068
06120 French (prior-to-secondary)|24100 24101
06121 French I|24102
06122 French II|24103
06123 French III|24104
06124 French IV|24105
06125 French V|24106
06126 French for Native Speakers|24107
06127 French Field Experience|24108
06128 French Conversation and Culture|24109
06129 French Literature|24110
06130 IB Language A: Literature—French|24112
06131 IB Language B—French|24113
06132 AP French Language and Culture|24114
06133 AP French Literature
06134 IB Language B (French), Middle Years Program|24116
06135 IB Language A: Language and Literature—French|24117
06136 IB Language Ab Initio—French|24118
06140 Italian (prior-to-secondary)|24150 24151
06141 Italian I|24152
06142 Italian II|24153
06143 Italian III|24154
06144 Italian IV|24155
06145 Italian V|24156
06146 Italian for Native Speakers|24157
06147 Italian Field Experience|24158
06148 Italian Conversation and Culture|24159
06149 Italian Literature|24160
06150 IB Language A: Literature—Italian|24162
06151 IB Language B—Italian|24163
06152 AP Italian Language and Culture|24164
06153 IB Language B (Italian), Middle Years Program|24166
06154 IB Language A: Language and Literature—Italian|24167
06155 IB Language Ab Initio—Italian|24168
06160 Portuguese (prior-to-secondary)|24200 24201
06161 Portuguese I|24202
06162 Portuguese II|24203
06163 Portuguese III|24204
06164 Portuguese IV|24205
06165 Portuguese V|24206
06166 Portuguese for Native Speakers|24207
06167 Portuguese Field Experience|24208
06168 Portuguese Conversation and Culture|24209
06169 Portuguese Literature|24210
06170 IB Language A: Literature—Portugese|24212
06171 IB Language B—Portuguese|24213
06172 IB Language B (Portuguese), Middle Years Program|24216
06173 IB Language A: Language and Literature—Portugese|24217
06174 IB Language Ab Initio—Portuguese
06181 Romance/Italic Language I
06182 Romance/Italic Language II
06183 Romance/Italic Language III
06184 Romance/Italic Language IV
06185 Romance/Italic Language V
06186 Romance/Italic Language for Native Speakers
06187 Romance/Italic Language Field Experience
06188 Romance/Italic Language Conversation and Culture
06189 Romance/Italic Literature
06190 IB Language A: Literature—Romance/Italic Language
06191 IB Language B—Romance/Italic Language
06192 IB Language A: Language and Literature—Romance/Italic Language
06193 IB Language Ab Initio—Romance/Italic Language
06199 Romance/Italic Language—Other
06200 German (prior-to-secondary)|24250 24251
06201 German I|24252
06202 German II|24253
06203 German III|24254
06204 German IV|24255
06205 German V|24256
06206 German for Native Speakers|24257
06207 German Field Experience|24258
06208 German Conversation and Culture|24259
06209 German Literature|24260
06210 IB Language A: Literature—German|24262
06211 IB Language B—German|24263
06212 AP German Language and Culture|24264
06213 IB Language B (German), Middle Years Program|24266
06214 IB Language A: Language and Literature—German|24267
06215 IB Language Ab Initio—German|24268
06241 Germanic Language I
06242 Germanic Language II
06243 Germanic Language III
06244 Germanic Language IV
06245 Germanic Language V
06246 Germanic Language for Native Speakers
06247 Germanic Language Field Experience
06248 Germanic Language Conversation and Culture
06249 Germanic Literature
06250 IB Language A: Literature—Germanic Language
06251 IB Language B—Germanic Language
06252 IB Language A: Language and Literature—Germanic Language
06253 IB Language Ab Initio—Germanic Language
06259 Germanic Language—Other
06261 Celtic Language I
06262 Celtic Language II
06263 Celtic Language III
06264 Celtic Language IV
06265 Celtic Language V
06266 Celtic Language for Native Speakers
06267 Celtic Language Field Experience
06268 Celtic Language Conversation and Culture
06269 Celtic Literature
06270 IB Language A: Literature—Celtic Language
06271 IB Language B—Celtic Language
06272 IB Language A: Language and Literature—Celtic Language
06273 IB Language Ab Initio—Celtic Language
06279 Celtic Language—Other
06280 Greek (prior-to-secondary)|24300 24301
06281 Greek I|24302
06282 Greek II|24303
06283 Greek III|24304
06284 Greek IV|24305
06285 Greek V|24306
06286 Greek for Native Speakers|24307
06287 Greek Field Experience|24308
06288 Greek Conversation and Culture|24309
06289 Greek Literature|24310
06290 IB Language A: Literature—Greek|24312
06291 IB Language B: Literature—Greek
06292 IB Language A: Language and Literature—Greek|24317
06293 IB Language Ab Initio—Greek
06299 Greek—Other|24339
06300 Latin (prior-to-secondary)|24340
06301 Latin I|24342
06302 Latin II|24343
06303 Latin III|24344
06304 Latin IV|24345
06305 Latin V|24346
06311 IB Classical Languages—Latin|24352
06313 AP Latin (Virgil, Catullus and Horace)|24355
06320 Classical Greek (prior-to-secondary)|24370
06321 Classical Greek I|24372
06322 Classical Greek II|24373
06323 Classical Greek III|24374
06324 Classical Greek IV|24375
06325 Classical Greek V|24376
06331 IB Classical Languages—Greek|24382
06332 IB Language B (Greek), Middle Years Program|24316
06359 Classical Languages—Other
06400 Chinese (prior-to-secondary)|24400 24401
06401 Chinese I|24402
06402 Chinese II|24403
06403 Chinese III|24404
06404 Chinese IV|24405
06405 Chinese V|24406
06406 Chinese for Native Speakers|24407
06407 Chinese Field Experience|24408
06408 Chinese Conversation and Culture|24409
06409 Chinese Literature|24410
06410 IB Language A: Literature—Chinese|24412
06411 IB Language B—Chinese|24413
06412 AP Chinese Language and Culture|24414
06413 IB Language B (Chinese), Middle Years Program|24416
06414 IB Language A: Language and Literature—Chinese|24417
06415 IB Language Ab Initio—Chinese|24418
06420 Japanese (prior-to-secondary)|24450 24451
06421 Japanese I|24452
06422 Japanese II|24453
06423 Japanese III|24454
06424 Japanese IV|24455
06425 Japanese V|24456
06426 Japanese for Native Speakers|24457
06427 Japanese Field Experience|24458
06428 Japanese Conversation and Culture|24459
06429 Japanese Literature|24460
06430 IB Language A: Literature—Japanese|24462
06431 IB Language B—Japanese|24463
06432 AP Japanese Language and Culture|24464
06433 IB Language B (Japanese), Middle Years Program|24466
06434 IB Language A: Language and Literature—Japanese|24467
06435 IB Language Ab Initio—Japanese|24468
06440 Korean (prior-to-secondary)|24500 24501
06441 Korean I|24502
06442 Korean II|24503
06443 Korean III|24504
06444 Korean IV|24505
06445 Korean V|24506
06446 Korean for Native Speakers|24507
06447 Korean Field Experience|24508
06448 Korean Conversation and Culture|24509
06449 Korean Literature|24510
06450 IB Language A: Literature—Korean|24512
06451 IB Language B—Korean|24513
06452 IB Language B (Korean), Middle Years Program|24516
06453 IB Language A: Language and Literature—Korean|24517
06454 IB Language Ab Initio—Korean
06481 East Asian Language I
06482 East Asian Language II
06483 East Asian Language III
06484 East Asian Language IV
06485 East Asian Language V
06486 East Asian Language for Native Speakers
06487 East Asian Language Field Experience
06488 East Asian Language Conversation and Culture
06489 East Asian Literature
06490 IB Language A: Literature—East Asian Language
06491 IB Language B—East Asian Language
06492 IB Language A: Language and Literature—East Asian Language
06493 IB Language Ab Initio—East Asian Language
06499 East Asian Language—Other
06500 Vietnamese (prior-to-secondary)|24550 24551
06501 Vietnamese I|24552
06502 Vietnamese II|24553
06503 Vietnamese III|24554
06504 Vietnamese IV|24555
06505 Vietnamese V|24556
06506 Vietnamese for Native Speakers|24557
06507 Vietnamese Field Experience|24558
06508 Vietnamese Conversation and Culture|24559
06509 Vietnamese Literature|24560
06510 IB Language A: Literature—Vietnamese|24562
06511 IB Language B—Vietnamese
06512 IB Language B (Vietnamese), Middle Years Program|24566
06513 IB Language A: Language and Literature—Vietnamese|24567
06514 IB Language Ab Initio—Vietnamese
06520 Filipino (prior-to-secondary)|24600 24601
06521 Filipino I|24602
06522 Filipino II|24603
06523 Filipino III|24604
06524 Filipino IV|24605
06525 Filipino V|24606
06526 Filipino for Native Speakers|24607
06527 Filipino Field Experience|24608
06528 Filipino Conversation and Culture|24609
06529 Filipino Literature|24610
06530 IB Language A: Literature—Filipino|24612
06531 IB Language B—Filipino
06532 IB Language B (Filipino), Middle Years Program|24616
06533 IB Language A: Language and Literature—Filipino|24617
06534 IB Language Ab Initio—Filipino
06581 Southeast Asian Language I
06582 Southeast Asian Language II
06583 Southeast Asian Language III
06584 Southeast Asian Language IV
06585 Southeast Asian Language V
06586 Southeast Asian Language for Native Speakers
06587 Southeast Asian Language Field Experience
06588 Southeast Asian Language Conversation and Culture
06589 Southeast Asian Literature
06590 IB Language A: Literature—Southeast Asian Language
06591 IB Language B—Southeast Asian Language
06592 IB Language A: Language and Literature—Southeast Asian Language
06593 IB Language Ab Initio—Southeast Asian Language
06599 Southeast Asian Language—Other
06600 Russian (prior-to-secondary)|24650 24651
06601 Russian I|24652
06602 Russian II|24653
06603 Russian III|24654
06604 Russian IV|24655
06605 Russian V|24656
06606 Russian for Native Speakers|24657
06607 Russian Field Experience|24658
06608 Russian Conversation and Culture|24659
06609 Russian Literature|24660
06610 IB Language A: Literature—Russian|24662
06611 IB Language B—Russian|24663
06612 IB Language B (Russian), Middle Years Program|24666
06613 IB Language A: Language and Literature—Russian|24667
06614 IB Language Ab Initio—Russian|24668
06641 Balto-Slavic Language I
06642 Balto-Slavic Language II
06643 Balto-Slavic Language III
06644 Balto-Slavic Language IV
06645 Balto-Slavic Language V
06646 Balto-Slavic Language for Native Speakers
06647 Balto-Slavic Language Field Experience
06648 Balto-Slavic Language Conversation and Culture
06649 Balto-Slavic Literature
06650 IB Language A: Literature—Balto-Slavic Language
06651 IB Language B—Balto-Slavic Language
06652 IB Language A: Language and Literature—Balto-Slavic Language
06653 IB Language Ab Initio—Balto-Slavic Language
06659 Balto-Slavic Language—Other
06661 Turkic/Ural-Altaic Language I
06662 Turkic/Ural-Altaic Language II
06663 Turkic/Ural-Altaic Language III
06664 Turkic/Ural-Altaic Language IV
06665 Turkic/Ural-Altaic Language V
06666 Turkic/Ural-Altaic Language for Native Speakers
06667 Turkic/Ural-Altaic Language Field Experience
06668 Turkic/Ural-Altaic Language Conversation and Culture
06669 Turkic/Ural-Altaic Literature
06670 IB Language A: Literature—Turkic/Ural-Altaic Language
06671 IB Language B—Turkic/Ural-Altaic Language
06672 IB Language A: Language and Literature—Turkic/Ural-Altaic Language
06673 IB Language Ab Initio—Turkic/Ural-Altaic Language
06679 Turkic/Ural-Altaic Language—Other
06681 Iranian/Persian Language I
06682 Iranian/Persian Language II
06683 Iranian/Persian Language III
06684 Iranian/Persian Language IV
06685 Iranian/Persian Language V
06686 Iranian/Persian Language for Native Speakers
06687 Iranian/Persian Language Field Experience
06688 Iranian/Persian Language Conversation and Culture
06689 Iranian/Persian Literature
06690 IB Language A: Literature—Iranian/Persian
06691 IB Language B—Iranian/Persian Language
06692 IB Language A: Language and Literature—Iranian/Persian
06693 IB Language Ab Initio—Iranian/Persian Language
06699 Iranian/Persian Language—Other
06700 Hebrew (prior-to-secondary)|24700 24701
06701 Hebrew I|24702
06702 Hebrew II|24703
06703 Hebrew III|24704
06704 Hebrew IV|24705
06705 Hebrew V|24706
06706 Hebrew for Native Speakers|24707
06707 Hebrew Field Experience|24708
06708 Hebrew Conversation and Culture|24709
06709 Hebrew Literature|24710
06710 IB Language A: Literature—Hebrew|24712
06711 IB Language B—Hebrew|24713
06712 IB Classical Languages—Hebrew
06713 IB Language B (Hebrew), Middle Years Program|24716
06714 IB Language A: Language and Literature—Hebrew|24717
06715 IB Language Ab Initio—Hebrew
06720 Arabic (prior-to-secondary)|24750 24751
06721 Arabic I|24752
06722 Arabic II|24753
06723 Arabic III|24754
06724 Arabic IV|24755
06725 Arabic V|24756
06726 Arabic for Native Speakers|24757
06727 Arabic Field Experience|24758
06728 Arabic Conversation and Culture|24759
06729 Arabic Literature|24760
06730 IB Language A: Literature—Arabic|24762
06731 IB Language B—Arabic|24763
06732 IB Classical Languages—Arabic
06733 IB Language B (Arabic), Middle Years Program|24766
06734 IB Language A: Language and Literature—Arabic|24767
06735 IB Language Ab Initio—Arabic|24768
06759 Semitic and Near/Middle Eastern Languages—Other
06760 Swahili (prior-to-secondary)|24800 24801
06761 Swahili I|24802
06762 Swahili II|24803
06763 Swahili III|24804
06764 Swahili IV|24805
06765 Swahili V|24806
06766 Swahili for Native Speakers|24807
06767 Swahili Field Experience|24808
06768 Swahili Conversation and Culture|24809
06769 Swahili Literature|24810
06770 IB Language A: Literature—Swahili|24812
06771 IB Language B—Swahili
06772 IB Language B (Swahili), Middle Years Program|24816
06773 IB Language A: Language and Literature—Swahili|24817
06774 IB Language Ab Initio—Swahili|24818
06781 Non-Semitic African Language I
06782 Non-Semitic African Language II
06783 Non-Semitic African Language III
06784 Non-Semitic African Language IV
06785 Non-Semitic African Language V
06786 Non-Semitic African Language for Native Speakers
06787 Non-Semitic African Language Field Experience
06788 Non-Semitic African Language Conversation and Culture
06789 Non-Semitic African Literature
06790 IB Language A: Literature—Non-Semitic African Language
06791 IB Language B—Non-Semitic African Language
06792 IB Language A: Language and Literature—Non-Semitic African Language
06793 IB Language Ab Initio—Non-Semitic African Language
06799 Non-Semitic African Language—Other
06800 American Sign Language (prior-to-secondary)|24850 24851
06801 American Sign Language I|24852
06802 American Sign Language II|24853
06803 American Sign Language III|24854
06804 American Sign Language IV|24855
06805 American Sign Language V|24856
06806 IB Language B (American Sign Language), Middle Years Program|24866
06819 American Sign Language—Other|24899
06820 American Indian Language (prior-to-secondary)|24900 24901
06821 American Indian Language I|24902
06822 American Indian Language II|24903
06823 American Indian Language III|24904
06824 American Indian Language IV|24905
06825 American Indian Language V|24906
06826 American Indian Language for Native Speakers|24907
06827 American Indian Language Field Experience|24908
06828 American Indian Language Conversation and Culture|24909
06829 American Indian Literature|24910
06830 IB Language A: Literature—American Indian Language|24912
06831 IB Language B—American Indian Language|24913
06832 IB Language B (American Indian Language), Middle Years Program|24916
06833 IB Language A: Language and Literature—American Indian Language|24917
06834 IB Language Ab Initio—American Indian Language
06839 American Indian Language—Other|24949
06841 Indic Language I
06842 Indic Language II
06843 Indic Language III
06844 Indic Language IV
06845 Indic Language V
06846 Indic Language for Native Speakers
06847 Indic Language Field Experience
06848 Indic Language Conversation and Culture
06849 Indic Literature
06850 IB Language A: Literature—Indic Language
06851 IB Language B—Indic Language
06852 IB Language A: Language and Literature—Indic Language
06853 IB Language Ab Initio—Indic Language
06859 Indic Language—Other
06861 Malayo-Polynesian Language I
06862 Malayo-Polynesian Language II
06863 Malayo-Polynesian Language III
06864 Malayo-Polynesian Language IV
06865 Malayo-Polynesian Language V
06866 Malayo-Polynesian Language for Native Speakers
06867 Malayo-Polynesian Language Field Experience
06868 Malayo-Polynesian Language Conversation and Culture
06869 Malayo-Polynesian Literature
06870 IB Language A: Literature—Malayo-Polynesian Language
06871 IB Language B—Malayo-Polynesian Language
06872 IB Language A: Language and Literature—Malayo-Polynesian Language
06873 IB Language Ab Initio—Malayo-Polynesian Language
06879 Malayo-Polynesian Language—Other
06995 Foreign Language and Literature—Aide|24995
06997 Foreign Language and Literature—Independent Study|24997
06998 Foreign Language and Literature—Workplace Experience|24998
06999 Foreign Language and Literature—Other|24999
07001 Religious Foundations
07002 Comparative Religion
07003 Eastern Religions
07004 Western Religions
07005 Scriptures
07006 Old Testament
07007 New Testament
07008 Bible History
07009 Christology
07010 Religious Figures
07011 Liturgy and Prayer
07012 Prayer and Spirituality
07013 Religious Ethics and Morality
07014 Justice, Peace, and Faith
07015 Faith and Lifestyle
07016 Ministry
07017 IB World Religions
07018 Particular Topics in Religion
07995 Religious Education and Theology—Aide
07997 Religious Education and Theology—Independent Study
07998 Religious Education and Theology—Workplace Experience
07999 Religious Education and Theology—Other
08001 Physical Education
08002 Team Sports
08003 Individual/Dual Sports
08004 Recreation Sports
08005 Fitness/Conditioning Activities
08006 Corps Movement
08007 Adapted Physical Education
08008 Gymnastics
08009 Weight Training
08010 Aquatics/Water Sports
08011 Tennis
08012 Self-defense
08013 Specific Sports Activities
08014 Physical Education Equivalent
08015 Off-Campus Sports
08016 Lifetime Fitness Education
08017 Sports Physiology
08018 Coaching
08019 Officiating
08028 Physical Education (early childhood education)
08029 Physical Education (pre-kindergarten)
08030 Physical Education (kindergarten)
08031 Physical Education (grade 1)
08032 Physical Education (grade 2)
08033 Physical Education (grade 3)
08034 Physical Education (grade 4)
08035 Physical Education (grade 5)
08036 Physical Education (grade 6)
08037 Physical Education (grade 7)
08038 Physical Education (grade 8)
08039 Physical Education—General
08040 IB Physical and Health Education, Middle Years Program
08047 Physical Education—Independent Study
08048 Physical Education—Workplace Experience
08049 Physical Education—Other
08051 Health Education
08052 Health and Fitness
08053 Community Health
08054 Special Needs Health Education
08055 Safety and First Aid
08056 Health for Parenting Teens
08057 Health and Life Management
08058 Substance Abuse Prevention
08068 Health Education (early childhood education)
08069 Health Education (pre-kindergarten)
08070 Health Education (kindergarten)
08071 Health Education (grade 1)
08072 Health Education (grade 2)
08073 Health Education (grade 3)
08074 Health Education (grade 4)
08075 Health Education (grade 5)
08076 Health Education (grade 6)
08077 Health Education (grade 7)
08078 Health Education (grade 8)
08079 Health Education—General
08097 Health Education—Independent Study
08098 Health Education—Workplace Experience
08099 Health Education—Other
08101 Physical and Health Education
08102 Physical and Health Education (early childhood education)
08103 Physical and Health Education (pre-kindergarten)
08104 Physical and Health Education (kindergarten)
08105 Physical and Health Education (grade 1)
08106 Physical and Health Education (grade 2)
08107 Physical and Health Education (grade 3)
08108 Physical and Health Education (grade 4)
08109 Physical and Health Education (grade 5)
08110 Physical and Health Education (grade 6)
08111 Physical and Health Education (grade 7)
08112 Physical and Health Education (grade 8)
08113 Physical and Health Education—General
08147 Physical and Health Education—Independent Study
08148 Physical and Health Education—Workplace Experience
08149 Physical and Health Education—Other
08151 Drivers’ Education—Classroom Only
08152 Drivers’ Education—Classroom and Laboratory
08197 Drivers’ Education—Independent Study
08198 Drivers’ Education—Workplace Experience
08199 Drivers’ Education—Other
08201 Physical Education/Health/Drivers’ Education
08995 Physical, Health, and Safety Education—Aide
08997 Physical, Health, and Safety Education—Independent Study
08998 Physical, Health, and Safety Education—Workplace Experience
08999 Physical, Health, and Safety Education—Other
09001 Introduction to Jr. ROTC
09002 Military Jr. ROTC—unspecified branch
09003 ROTC Drill
09004 Military Leadership
09051 Army Junior ROTC I
09052 Army Junior ROTC II
09053 Army Junior ROTC III
09054 Army Junior ROTC IV
09101 Naval Junior ROTC I
09102 Naval Junior ROTC II
09103 Naval Junior ROTC III
09104 Naval Junior ROTC IV
09151 Air Force Junior ROTC I
09152 Air Force Junior ROTC II
09153 Air Force Junior ROTC III
09154 Air Force Junior ROTC IV
09201 Marine Corps Junior ROTC I
09202 Marine Corps Junior ROTC II
09203 Marine Corps Junior ROTC III
09204 Marine Corps Junior ROTC IV
09995 Military Science—Aide
09997 Military Science—Independent Study
09998 Military Science—Workplace Experience
09999 Military Science—Other
10001 Introduction to Computer Technology
10002 Computing Systems
10003 Computer and Information Technology
10004 Computer Applications
10005 Business Computer Applications
10006 Telecommunications
10007 IB Digital Society
10008 Particular Topics in Computer Literacy
10009 Internet Skills
10010 Computer Literacy
10011 Computer Science Principles
10012 Exploring Computer Science
10013 PLTW Computer Science Essentials
10014 PLTW Computer Science A
10015 PLTW Computer Science Principles
10016 PLTW Cybersecurity
10017 PLTW Simulation and Modeling
10018 PLTW Artificial Intelligence
10019 AP Computer Science Principles
10020 Cybersecurity
10021 Computer Science Discoveries
10022 Computer Science (prior-to-secondary)
10047 Computer Literacy—Independent Study
10048 Computer Literacy—Workplace Experience
10049 Computer Literacy—Other
10051 Information Management
10052 Database Management and Data Warehousing
10053 Database Applications
10054 Data Systems/Processing
10055 Particular Topics in Management Information Systems
10097 Management Information Systems—Independent Study
10098 Management Information Systems—Workplace Experience
10099 Management Information Systems—Other
10101 Network Technology
10102 Networking Systems
10103 Area Network Design and Protocols
10104 Router Basics
10105 NetWare Routing
10106 Wide Area Telecommunications and Networking
10107 Wireless Networks
10108 Network Security
10109 Essentials of Network Operating Systems
10110 Microsoft Certified Professional (MCP)
10111 Particular Topics in Networking Systems
10112 Local Area Networking
10147 Networking Systems—Independent Study
10148 Networking Systems—Workplace Experience
10149 Networking Systems—Other
10151 Business Programming
10152 Computer Programming
10153 Visual Basic (VB) Programming
10154 C++ Programming
10155 Java Programming
10156 Computer Programming—Other Language
10157 AP Computer Science A
10158 AP Computer Science AB
10159 IB Computer Science
10160 Particular Topics in Computer Programming
10197 Computer Programming—Independent Study
10198 Computer Programming—Workplace Experience
10199 Computer Programming—Other
10201 Web Page Design
10202 Computer Graphics
10203 Interactive Media
10204 Particular Topics in Media Technology
10205 Computer Gaming and Design
10206 Mobile Applications
10247 Media Technology—Independent Study
10248 Media Technology—Workplace Experience
10249 Media Technology—Other
10251 Computer Technology
10252 Computer Maintenance
10253 Information Support and Services
10254 IT Essentials: PC Hardware and Software
10255 CISCO—The Panduit Network Infrastructure Essentials (PNIE)
10256 Particular Topics in Information Support and Services
10297 Information Support and Services—Independent Study
10298 Information Support and Services—Workplace Experience
10299 Information Support and Services—Other
10301 Computer Forensics
10302 Cyber Crime
10993 Information Technology—School-based Enterprise
10994 Information Technology—Career Project-based Learning
10995 Information Technology—Aide
10997 Information Technology—Independent Study
10998 Information Technology—Workplace Experience
10999 Information Technology—Other
11001 Introduction to Communication
11002 Communication Technology
11003 Particular Topics in Communication
11004 Social Media
11047 Communication—Independent Study
11048 Communication—Workplace Experience
11049 Communication—Other
11051 Audio/Visual Production
11052 Commercial Photography
11053 Photographic Laboratory and Darkroom
11054 Photo Imaging
11055 Video
11056 Particular Topics in Audio/Video Technology and Film
11097 Audio/Video Technology and Film—Independent Study
11098 Audio/Video Technology and Film—Workplace Experience
11099 Audio/Video Technology and Film—Other
11101 Journalism
11102 Photojournalism
11103 Broadcasting Technology
11104 Publication Production
11105 Particular Topics in Journalism and Broadcasting
11106 Emerging Technologies in Journalism
11107 Radio Production
11147 Journalism and Broadcasting—Independent Study
11148 Journalism and Broadcasting—Workplace Experience
11149 Journalism and Broadcasting—Other
11151 Digital Media Technology
11152 Desktop Publishing
11153 Digital Media Design and Production
11154 Commercial Graphic Design
11155 Graphic Technology
11156 Photography and Printing Technology
11157 Photoengraving
11158 Print Press Operations
11159 Particular Topics in Printing Technology and Production
11197 Printing Technology—Independent Study
11198 Printing Technology—Workplace Experience
11199 Printing Technology—Other
11993 Communication and Audio/Video Technology—School-based Enterprise
11994 Communication and Audio/Video Technology—Career Project-based Learning
11995 Communication and Audio/Video Technology—Aide
11997 Communication and Audio/Video Technology—Independent Study
11998 Communication and Audio/Video Technology—Workplace Experience
11999 Communication and Audio/Video Technology—Other
12001 Business/Office Career Exploration
12002 Office Procedures—Comprehensive
12003 Office and Administrative Technologies
12004 Office Services
12005 Keyboarding
12006 Word Processing
12007 Recordkeeping
12008 Particular Topics in Administration
12009 Business Communications
12047 Administration—Independent Study
12048 Administration—Workplace Experience
12049 Administration—Other
12051 Introductory Business
12052 Business Management
12053 Entrepreneurship
12054 Business Law
12055 Business Principles and Management
12056 International Business and Marketing
12057 Human Resources and Labor Relations
12058 Human Resources Management
12059 IB Business Management
12060 Business Ethics
12097 Management—Independent Study
12098 Management—Workplace Experience
12099 Management—Other
12101 Banking and Finance
12102 Banking
12103 Finance
12104 Accounting
12105 Business Economics
12106 Risk Management and Insurance
12107 Securities and Investments
12108 Cost Accounting
12109 Income Tax Accounting
12110 Payroll Accounting
12111 Particular Topics in Accounting
12147 Finance—Independent Study
12148 Finance—Workplace Experience
12149 Finance—Other
12151 Marketing Career Exploration
12152 Marketing—Comprehensive
12153 Marketing—Fashion
12154 Marketing—Real Estate
12155 Marketing—Transportation
12156 Marketing—Food/Beverage Industry
12157 Marketing—Insurance
12158 Marketing—Floristry
12159 Marketing—Hospitality/Tourism
12160 Marketing—Merchandising
12161 Retail Marketing
12162 Internet Marketing
12163 Sports and Entertainment Marketing
12164 Principles of Marketing
12165 Principles of Advertising
12166 Marketing Management
12167 Marketing—Other Specialization
12168 Marketing —Commodities
12169 Social Media Marketing
12197 Marketing—Independent Study
12198 Marketing—Workplace Experience
12199 Marketing—Other
12201 Cashier/Checker Operations
12202 Principles of Selling
12247 Sales—Independent Study
12248 Sales—Workplace Experience
12249 Sales—Other
12993 Business and Marketing—School-based Enterprise
12994 Business and Marketing—Career Project-based Learning
12995 Business and Marketing—Aide
12997 Business and Marketing—Independent Study
12998 Business and Marketing—Workplace Experience
12999 Business and Marketing—Other
13001 Exploration of Manufacturing Occupations
13002 Manufacturing—Comprehensive
13003 Industrial Arts
13004 Industrial Safety/First Aid
13052 Material and Processes
13053 Metal and Wood Processing/Production
13054 Wood Processing/Production
13055 Metal Processing/Production
13056 Plastics Processing/Production
13057 Ceramic Processing/Production
13058 Particular Topics in Processing and Production
13097 Processing/Production—Independent Study
13098 Processing/Production—Workplace Experience
13099 Processing/Production—Other
13101 Production Systems
13102 Electro-Mechanical Systems
13103 Product Development
13104 Mechatronics
13147 Production Systems—Independent Study
13148 Production Systems—Workplace Experience
13149 Production Systems—Other
13201 Metalwork Occupations
13202 Metalworking
13203 Machining
13204 Particular Topics in Machining
13205 Sheet Metal
13206 Particular Topics in Sheet Metal
13207 Welding
13208 Particular Topics in Welding
13209 Particular Topics in Metalwork
13247 Metalwork—Independent Study
13248 Metalwork—Workplace Experience
13249 Metalwork—Other
13301 Appliance Repair
13302 Equipment Maintenance and Repair
13303 Industrial Maintenance
13347 Repair—Independent Study
13348 Repair—Workplace Experience
13349 Repair—Other
13993 Manufacturing—School-based Enterprise
13994 Manufacturing—Career Project-based Learning
13995 Manufacturing—Aide
13997 Manufacturing—Independent Study
13998 Manufacturing—Workplace Experience
13999 Manufacturing—Other
14001 Exploration of Health Care Occupations
14002 Health Care Occupations—Comprehensive
14003 Medical Law and Ethics
14051 Nursing
14052 Nursing—LPN
14053 Home Health Care
14054 Dental Science
14055 Emergency Medical Technology
14056 Surgical Technology
14057 Vision Care
14058 Optometrics
14059 Gerontology
14060 Physical Therapy
14061 Respiratory Therapy
14062 Sports Medicine
14063 Particular Topics in Therapeutic Services
14097 Therapeutic Services—Independent Study
14098 Therapeutic Services—Workplace Experience
14099 Therapeutic Services—Other
14101 Dental Laboratory Technology
14102 Medical Lab Technology
14103 EKG Technology
14104 Phlebotomy
14105 Particular Topics in Diagnostic Services
14147 Diagnostic Services—Independent Study
14148 Diagnostic Services—Workplace Experience
14149 Diagnostic Services—Other
14151 Medical/Clerical Assisting
14152 Pharmacy Assisting
14153 Medical Office Procedures
14154 Medical Terminology
14155 Particular Topics in Health Information
14156 Medical Coding and Transcription
14157 Health Informatics and Data Management
14197 Health Information—Independent Study
14198 Health Information—Workplace Experience
14199 Health Information—Other
14201 Central Service Technology
14202 Health Support Services
14203 Health Unit Coordination
14204 Particular Topics in Health Support Services
14247 Health Support Services—Independent Study
14248 Health Support Services—Workplace Experience
14249 Health Support Services—Other
14251 Health Science
14252 Biotechnology
14253 Pharmacology
14254 Particular Topics in Health Sciences
14255 Biomedical Innovation
14297 Health Sciences—Independent Study
14298 Health Sciences—Workplace Experience
14299 Health Sciences—Other
14993 Health Care Sciences—School-based Enterprise
14994 Health Care Sciences—Career Project-based Learning
14995 Health Care Sciences—Aide
14997 Health Care Sciences—Independent Study
14998 Health Care Sciences—Workplace Experience
14999 Health Care Sciences—Other
15001 Exploration of Public Service Careers
15051 Criminal Justice
15052 Corrections
15053 Particular Topics in Law Enforcement
15054 Law Enforcement
15055 Forensic Science
15056 Crime Scene Management
15057 Criminal Law and Procedures
15058 Ethics in Criminal Justice
15097 Law Enforcement—Independent Study
15098 Law Enforcement—Workplace Experience
15099 Law Enforcement—Other
15101 Public Safety
15102 Security Services
15103 Particular Topics in Security
15104 Public Safety Telecommunications
15147 Security and Protection—Independent Study
15148 Security and Protection—Workplace Experience
15149 Security and Protection—Other
15151 Fire Science
15152 Fire Fighting
15153 Particular Topics in Fire Management
15197 Fire Management—Independent Study
15198 Fire Management—Workplace Experience
15199 Fire Management—Other
15201 Public Administration
15202 Community Protection
15203 Public Policy
15247 Government Service—Independent Study
15248 Government Service—Workplace Experience
15249 Government Service—Other
15993 Public, Protective, and Government Service—School-based Enterprise
15994 Public, Protective, and Government Service—Career Project-based Learning
15995 Public, Protective, and Government Service—Aide
15997 Public, Protective, and Government Service—Independent Study
15998 Public, Protective, and Government Service—Workplace Experience
15999 Public, Protective, and Government Service—Other
16001 Exploration of Hospitality Careers
16051 Exploration of Restaurant, Food and Beverage Services
16052 Restaurant, Food and Beverage Services—Comprehensive
16053 Food Service
16054 Nutrition and Food Preparation
16055 Restaurant Management and Operations
16056 Culinary Art Specialty
16057 Particular Topics in Restaurant, Food and Beverage Services
16097 Restaurant, Food and Beverage Services—Independent Study
16098 Restaurant, Food and Beverage Services—Workplace Experience
16099 Restaurant, Food and Beverage Services—Other
16101 Exploration of Lodging Careers
16102 Lodging—Comprehensive
16103 Institutional Maintenance
16104 Particular Topics in Lodging
16147 Lodging—Independent Study
16148 Lodging—Workplace Experience
16149 Lodging—Other
16151 Introduction to Travel and Tourism
16152 Travel and Tourism—Comprehensive
16153 World Travel and Tourism
16154 Eco-tourism
16155 Particular Topics in Travel and Tourism
16197 Travel and Tourism—Independent Study
16198 Travel and Tourism—Workplace Experience
16199 Travel and Tourism—Other
16201 Exploration of Recreation, Amusement and Attractions
16202 Recreation, Amusement and Attractions—Comprehensive
16203 Particular Topics in Recreation, Amusement and Attractions
16204 Recreation, Amusement, and Attractions Management
16247 Recreation, Amusement and Attractions—Independent Study
16248 Recreation, Amusement and Attractions—Workplace Experience
16249 Recreation, Amusement and Attractions—Other
16993 Hospitality and Tourism—School-based Enterprise
16994 Hospitality and Tourism—Career Project-based Learning
16995 Hospitality and Tourism—Aide
16997 Hospitality and Tourism—Independent Study
16998 Hospitality and Tourism—Workplace Experience
16999 Hospitality and Tourism—Other
17001 Construction Careers Exploration
17002 Construction—Comprehensive
17003 Carpentry
17004 Framing Carpentry
17005 Particular Topics in Carpentry
17006 Woodworking
17007 Cabinetmaking
17008 Masonry
17009 Building Repair and Maintenance
17010 Home Maintenance
17011 Wall Finishings
17012 Upholstering
17013 Commercial Construction
17014 Concrete Foundations
17015 Construction Estimating
17016 Construction Management
17017 Particular Topics in Construction
17047 General Construction—Independent Study
17048 General Construction—Workplace Experience
17049 General Construction—Other
17051 Air Conditioning
17052 Refrigeration
17053 Heating
17054 Air Conditioning/Refrigeration
17055 Air Conditioning, Heating, and Refrigeration
17056 Heating, Ventilation, and Air Conditioning
17057 Particular Topics in HVACR
17058 Plumbing
17059 Plumbing and Heating
17097 Air Conditioning, Heating and Plumbing—Independent Study
17098 Air Conditioning, Heating and Plumbing—Workplace Experience
17099 Air Conditioning, Heating and Plumbing—Other
17101 Exploration of Electricity/Electronics
17102 Electricity—Comprehensive
17103 Residential Wiring
17104 Industrial Electricity
17105 Particular Topics in Electricity
17106 Electronics—Comprehensive
17107 Particular Topics in Electronics
17108 Electricity/Electronics—General
17109 Particular Topics in Electricity/Electronics
17110 Analog and Digital Circuits
17111 Analog Circuits
17112 Digital Circuits
17147 Electricity/Electronics—Independent Study
17148 Electricity/Electronics—Workplace Experience
17149 Electricity/Electronics—Other
17993 Architecture and Construction—School-based Enterprise
17994 Architecture and Construction—Career Project-based Learning
17995 Architecture and Construction—Aide
17997 Architecture and Construction—Independent study
17998 Architecture and Construction—Workplace Experience
17999 Architecture and Construction—Other
18001 Introduction to Agriculture and Natural Resources
18002 Agriculture—Comprehensive
18003 Agriculture and Natural Resources—Comprehensive
18004 Biological Applications in Agriculture
18005 Particular Topics in Environmental Service Systems
18051 Plant Systems/Science
18052 Horticultural Science
18053 Ornamental Horticulture
18054 Turf and Landscape Management
18055 Soil Science
18056 Particular Topics in Plant Systems
18097 Plant Systems—Independent Study
18098 Plant Systems—Workplace Experience
18099 Plant Systems—Other
18101 Animal Production/Science
18102 Small Animal Care
18103 Large Animal Care
18104 Equine Science
18105 Veterinary Science
18106 Particular Topics in Animal Systems
18107 Animal Nutrition
18108 Animal Genetics
18109 Integrated Pest Management
18147 Animal Systems—Independent Study
18148 Animal Systems—Workplace Experience
18149 Animal Systems—Other
18201 Agribusiness Management
18202 Agricultural Entrepreneurship
18203 Agricultural Leadership
18204 Particular Topics in Agribusiness
18205 Agriculture Computers and Technology
18247 Agribusiness—Independent Study
18248 Agribusiness—Workplace Experience
18249 Agribusiness—Other
18301 Agricultural Production
18302 Agricultural Processing
18303 Plant Processing
18304 Animal Processing
18305 Food Product Processing
18306 Aquaculture
18307 Agriculture and Society
18308 Agricultural Biotechnology
18309 Particular Topics in Agricultural Production/Processing
18310 Sustainable/Alternative Agriculture
18311 Viticulture
18347 Agricultural Production and Processing—Independent Study
18348 Agricultural Production and Processing—Workplace Experience
18349 Agricultural Production and Processing—Other
18401 Agriculture Mechanics/Equipment/Structures
18402 Agriculture Mechanics and Equipment
18403 Agriculture Structures
18404 Agricultural Metal Fabrication Technology
18405 Particular Topics in Agricultural Mechanics and Construction
18406 Water Treatment
18447 Agricultural Mechanics and Construction—Independent Study
18448 Agricultural Mechanics and Construction—Workplace Experience
18449 Agricultural Mechanics and Construction—Other
18501 Wildlife and Recreation Management
18502 Forestry Management
18503 Forestry Harvesting
18504 Natural Resources Management
18505 Particular Topics in Natural Resources
18506 Alternative Energy
18547 Natural Resources—Independent Study
18548 Natural Resources—Workplace Experience
18549 Natural Resources—Other
18993 Agriculture, Food, and Natural Resources—School-based Enterprise
18994 Agriculture, Food, and Natural Resources—Career Project-based Learning
18995 Agriculture, Food, and Natural Resources—Aide
18997 Agriculture, Food, and Natural Resources—Independent Study
18998 Agriculture, Food, and Natural Resources—Workplace Experience
18999 Agriculture, Food, and Natural Resources—Other
19001 Human Services Career Exploration
19051 Child Care
19052 Child Development
19053 Elder Care
19054 Child and Adult Care Services
19055 Particular Topics in Child and Elder Care
19097 Child and Elder Care—Independent Study
19098 Child and Elder Care—Workplace Experience
19099 Child and Elder Care—Other
19101 Cosmetology—Licensing
19102 Barbering
19103 Hair Styling
19104 Cosmetology—Non-licensing
19105 Cosmetology—Nail Specialization
19106 Cosmetology—Facial Specialization
19107 Particular Topics in Cosmetology
19147 Cosmetology—Independent Study
19148 Cosmetology—Workplace Experience
19149 Cosmetology—Other
19151 Teaching Profession
19152 Educational Methodology
19153 Teaching—Early Childhood Education
19154 Particular Topics in Education
19155 Instructional Technology
19197 Education—Independent Study
19198 Education—Workplace Experience
19199 Education—Other
19201 Clothing and Textiles
19202 Clothing/Textile Maintenance
19203 Apparel Construction
19204 Apparel and Textile Services
19205 Home Furnishing
19206 Home Furnishings Production
19207 Particular Topics in Apparel and Furnishings
19247 Apparel and Furnishings—Independent Study
19248 Apparel and Furnishings—Workplace Experience
19249 Apparel and Furnishings—Other
19251 Family and Consumer Sciences—Comprehensive
19252 Food Preparation and Health Management
19253 Nutrition and Wellness
19254 Food Science
19255 Child Development/Parenting
19256 Clothing/Sewing
19257 Life Skills
19258 Personal and Career Readiness
19259 Family and Interpersonal Relationships
19260 Personal Development
19261 Human Growth and Development
19262 Consumer Economics/Personal Finance
19263 Home Environments and Design
19295 Family and Consumer Sciences—Aide
19297 Family and Consumer Sciences—Independent Study
19298 Family and Consumer Sciences—Workplace Experience
19299 Family and Consumer Sciences—Other
19301 Counseling and Mental Health
19993 Human Services—School-based Enterprise
19994 Human Services—Career Project-based Learning
19995 Human Services—Aide
19997 Human Services—Independent Study
19998 Human Services—Workplace Experience
19999 Human Services—Other
20001 Exploration of Transportation, Distribution and Logistics
20051 Truck and Bus Driving
20052 Heavy Equipment Operation
20053 Aviation
20054 Boat Operation
20055 Pilot Training
20097 Operation—Independent Study
20098 Operation—Workplace Experience
20099 Operation—Other
20101 Energy/Power
20102 Power and Mechanics
20103 Introduction to Automobiles
20104 Automotive Mechanics—Comprehensive
20105 Particular Topics in Automotive Mechanics
20106 Automotive Service
20107 Diesel Mechanics—Comprehensive
20108 Particular Topics in Diesel Mechanics
20109 Small Vehicle Mechanics
20110 Small Engine Mechanics
20111 Marine Mechanics
20112 Heavy Equipment Mechanics
20113 Aircraft Power Plant
20114 Aircraft Airframe
20115 Automotive Detailing and Reconditioning
20116 Automotive Body Repair and Refinishing—Comprehensive
20117 Particular Topics in Automotive Body Repair and Refinishing
20118 Boat Repair/Refinishing
20119 Hybrid Engines
20120 Motorsports Technology
20147 Mechanics and Repair—Independent Study
20148 Mechanics and Repair—Workplace Experience
20149 Mechanics and Repair—Other
20151 Distribution—Comprehensive
20152 Warehouse Operations
20197 Distribution and Logistics—Independent Study
20198 Distribution and Logistics—Workplace Experience
20199 Distribution and Logistics—Other
20993 Transportation, Distribution, and Logistics—School-based Enterprise
20994 Transportation, Distribution, and Logistics—Career Project-based Learning
20995 Transportation, Distribution and Logistics—Aide
20997 Transportation, Distribution and Logistics—Independent Study
20998 Transportation, Distribution and Logistics—Workplace Experience
20999 Transportation, Distribution and Logistics—Other
21001 Pre-Engineering Technology
21002 Engineering Applications
21003 Engineering Technology
21004 Principles of Engineering
21005 Engineering—Comprehensive
21006 Engineering Design
21007 Engineering Design and Development
21008 Digital Electronics
21009 Robotics
21010 Computer Integrated Manufacturing
21011 Civil Engineering
21012 Civil Engineering and Architecture
21013 Aerospace Engineering
21014 Biotechnical Engineering
21015 Particular Topics in Engineering
21016 Engineering Analysis
21017 PLTW Introduction to Engineering Design
21018 PLTW Principles of Engineering
21019 PLTW Aerospace Engineering
21020 PLTW Biological Engineering
21021 PLTW Civil Engineering and Architecture
21022 PLTW Computer Integrated Manufacturing
21023 PLTW Digital Electronics
21024 PLTW Environmental Sustainability
21025 PLTW Engineering Design and Development
21026 PLTW Engineering Essentials
21047 Engineering—Independent Study
21048 Engineering—Workplace Experience
21049 Engineering—Other
21051 Technological Literacy
21052 Technological Processes
21053 Emerging Technologies
21054 Technology Innovation and Assessment
21055 Aerospace Technology
21056 Particular Topics in Technology Applications
21057 Laser/Fiber Optics
21058 Geospatial Technology
21059 Modeling and Simulation Technology
21060 Wind Energy
21061 Wind Turbine Construction and Operation
21062 IB Design, Middle Years Program
21097 Technology—Independent Study
21098 Technology—Workplace Experience
21099 Technology—Other
21101 Drafting Careers Exploration
21102 Drafting—General
21103 Drafting—Architectural
21104 Drafting—Civil/Structural
21105 Drafting—Electrical/Electronic
21106 Drafting—Technical/Mechanical
21107 CAD Design and Software
21108 Blueprint Reading
21147 Drafting—Independent Study
21148 Drafting—Workplace Experience
21149 Drafting—Other
21993 Engineering and Technology—School-based Enterprise
21994 Engineering and Technology—Career Project-based Learning
21995 Engineering and Technology—Aide
21997 Engineering and Technology—Independent Study
21998 Engineering and Technology—Workplace Experience
21999 Engineering and Technology—Other
22001 Standardized Test Preparation
22002 State Test Preparation
22003 Study Skills
22004 Dropout Prevention Program
22005 Tutorial
22006 Study Hall
22007 Advancement Via Individual Determination (AVID)
22051 Office Aide
22052 Guidance Aide
22053 Library/AVC Aide
22054 Tutoring Practicum
22101 Leadership
22102 School Orientation
22103 School Governance
22104 Community Service
22105 Values Clarification
22106 Seminar
22107 Peer Counseling
22108 IB Creativity, Activity, Service
22109 IB Extended Essay
22110 AP Seminar
22111 IB Approaches to Learning
22112 AP Research
22113 IB Personal and Professional Skills
22114 Personal and Professional Skills
22115 Academic Competition
22151 Career Exploration
22152 Employability Skills
22153 Diversified Occupations
22201 Family and Consumer Science—Comprehensive|19251
22202 Food and Nutrition|19252
22203 Food Science|19254
22204 Child Development/Parenting|19255
22205 Clothing/Sewing|19256
22206 Life Skills|19257
22207 Self-Management|19258
22208 Family Living|19259
22209 Personal Development|19260
22210 Consumer Economics/Personal Finance|19262
22211 Home Décor|19263
22245 Family and Consumer Science—Aide|19295
22247 Family and Consumer Science—Independent Study|19297
22249 Family and Consumer Science—Other|19299
22250 Exploratory
22251 Community Living
22252 Communication Instruction
22253 Social Development Instruction
22254 Developmental Support
22260 IB Personal Project, Middle Years Program
22995 Miscellaneous—Aide
22997 Miscellaneous—Independent Study
22998 Miscellaneous—Workplace Experience
22999 Miscellaneous—Other
23001 Early Childhood Education
23002 Pre-kindergarten
23003 Kindergarten
23004 Grade 1
23005 Grade 2
23006 Grade 3
23007 Grade 4
23008 Grade 5
23009 Grade 6
23010 Grade 7
23011 Grade 8
23012 Prior-to-Secondary Education
23041 IB Primary Years Program
24039 World Language—General
24040 Exploration of Multiple World Languages
24041 Braille
24042 IB Language B—English
24043 IB Language Ab Initio—English
24050 Spanish for Young Learners (prior-to-secondary)
24051 Spanish Immersion (prior-to-secondary)
24052 Spanish I
24053 Spanish II
24054 Spanish III
24055 Spanish IV
24056 Spanish V
24057 Spanish for Native Speakers
24058 Spanish Field Experience
24059 Spanish Conversation and Culture
24060 Spanish Literature
24061 Particular Topics in Spanish
24062 IB Language A: Literature—Spanish
24063 IB Language B—Spanish
24064 AP Spanish Language and Culture
24065 AP Spanish Literature and Culture
24066 IB Language B (Spanish), Middle Years Program
24067 IB Language A: Language and Literature—Spanish
24068 IB Language Ab Initio—Spanish
24099 Spanish—Other
24100 French for Young Learners (prior-to-secondary)
24101 French Immersion (prior-to-secondary)
24102 French I
24103 French II
24104 French III
24105 French IV
24106 French V
24107 French for Native Speakers
24108 French Field Experience
24109 French Conversation and Culture
24110 French Literature
24111 Particular Topics in French
24112 IB Language A: Literature—French
24113 IB Language B—French
24114 AP French Language and Culture
24116 IB Language B (French), Middle Years Program
24117 IB Language A: Language and Literature—French
24118 IB Language Ab Initio—French
24149 French—Other
24150 Italian for Young Learners (prior-to-secondary)
24151 Italian Immersion (prior-to-secondary)
24152 Italian I
24153 Italian II
24154 Italian III
24155 Italian IV
24156 Italian V
24157 Italian for Native Speakers
24158 Italian Field Experience
24159 Italian Conversation and Culture
24160 Italian Literature
24161 Particular Topics in Italian
24162 IB Language A: Literature—Italian
24163 IB Language B—Italian
24164 AP Italian Language and Culture
24166 IB Language B (Italian), Middle Years Program
24167 IB Language A: Language and Literature—Italian
24168 IB Language Ab Initio—Italian
24199 Italian—Other
24200 Portuguese for Young Learners (prior-to-secondary)
24201 Portuguese Immersion (prior-to-secondary)
24202 Portuguese I
24203 Portuguese II
24204 Portuguese III
24205 Portuguese IV
24206 Portuguese V
24207 Portuguese for Native Speakers
24208 Portuguese Field Experience
24209 Portuguese Conversation and Culture
24210 Portuguese Literature
24211 Particular Topics in Portuguese
24212 IB Language A: Literature—Portuguese
24213 IB Language B—Portuguese
24216 IB Language B (Portuguese), Middle Years Program
24217 IB Language A: Language and Literature—Portuguese
24249 Portuguese—Other
24250 German for Young Learners (prior-to-secondary)
24251 German Immersion (prior-to-secondary)
24252 German I
24253 German II
24254 German III
24255 German IV
24256 German V
24257 German for Native Speakers
24258 German Field Experience
24259 German Conversation and Culture
24260 German Literature
24261 Particular Topics in German
24262 IB Language A: Literature—German
24263 IB Language B—German
24264 AP German Language and Culture
24266 IB Language B (German), Middle Years Program
24267 IB Language A: Language and Literature—German
24268 IB Language Ab Initio—German
24269 IB Language A: Literature—Danish
24270 IB Language A: Literature—Dutch
24271 IB Language A: Literature—Swedish
24272 IB Language B—Danish
24273 IB Language B—Dutch
24274 IB Language B—Swedish
24275 IB Language A: Language and Literature—Dutch
24276 IB Language A: Language and Literature—Swedish
24277 IB Language Ab Initio—Danish
24278 IB Language Ab Initio—Dutch
24279 IB Language Ab Initio—Swedish
24299 German—Other
24300 Greek for Young Learners (prior-to-secondary)
24301 Greek Immersion (prior-to-secondary)
24302 Greek I
24303 Greek II
24304 Greek III
24305 Greek IV
24306 Greek V
24307 Greek for Native Speakers
24308 Greek Field Experience
24309 Greek Conversation and Culture
24310 Greek Literature
24311 Particular Topics in Greek
24312 IB Language A: Literature—Greek
24316 IB Language B (Greek), Middle Years Program
24317 IB Language A: Language and Literature—Greek
24339 Greek—Other
24340 Latin for Young Learners (prior-to-secondary)
24342 Latin I
24343 Latin II
24344 Latin III
24345 Latin IV
24346 Latin V
24351 Particular Topics in Latin
24352 IB Classical Languages—Latin
24355 AP Latin (Virgil, Catullus and Horace)
24369 Latin—Other
24370 Classical Greek for Young Learners (prior-to-secondary)
24372 Classical Greek I
24373 Classical Greek II
24374 Classical Greek III
24375 Classical Greek IV
24376 Classical Greek V
24381 Particular Topics in Classical Greek
24382 IB Classical Languages—Greek
24389 Classical Greek—Other
24390 Classical Hebrew for Young Learners (prior-to-secondary)
24391 Classical Hebrew I
24392 Classical Hebrew II
24393 Classical Hebrew III
24394 Classical Hebrew IV
24395 Classical Hebrew V
24396 Particular Topics in Classical Hebrew
24399 Classical Hebrew—Other
24400 Chinese Languages for Young Learners (prior-to-secondary)
24401 Chinese Languages Immersion (prior-to-secondary)
24402 Chinese Languages I
24403 Chinese Languages II
24404 Chinese Languages III
24405 Chinese Languages IV
24406 Chinese Languages V
24407 Chinese Languages for Native Speakers
24408 Chinese Languages Field Experience
24409 Chinese Languages Conversation and Culture
24410 Chinese Languages Literature
24411 Particular Topics in Chinese Languages
24412 IB Language A: Literature—Chinese Languages
24413 IB Language B—Chinese Languages
24414 AP Chinese Languages: Language and Culture
24416 IB Language B (Chinese Languages), Middle Years Program
24417 IB Language A: Language and Literature—Chinese Languages
24418 IB Language Ab Initio—Chinese Languages
24449 Chinese—Other
24450 Japanese for Young Learners (prior-to-secondary)
24451 Japanese Immersion (prior-to-secondary)
24452 Japanese I
24453 Japanese II
24454 Japanese III
24455 Japanese IV
24456 Japanese V
24457 Japanese for Native Speakers
24458 Japanese Field Experience
24459 Japanese Conversation and Culture
24460 Japanese Literature
24461 Particular Topics in Japanese
24462 IB Language A: Literature—Japanese
24463 IB Language B—Japanese
24464 AP Japanese Language and Culture
24466 IB Language B (Japanese), Middle Years Program
24467 IB Language A: Language and Literature—Japanese
24468 IB Language Ab Initio—Japanese
24499 Japanese—Other
24500 Korean for Young Learners (prior-to-secondary)
24501 Korean Immersion (prior-to-secondary)
24502 Korean I
24503 Korean II
24504 Korean III
24505 Korean IV
24506 Korean V
24507 Korean for Native Speakers
24508 Korean Field Experience
24509 Korean Conversation and Culture
24510 Korean Literature
24511 Particular Topics in Korean
24512 IB Language A: Literature—Korean
24513 IB Language B—Korean
24516 IB Language B (Korean), Middle Years Program
24517 IB Language A: Language and Literature—Korean
24549 Korean—Other
24550 Vietnamese for Young Learners (prior-to-secondary)
24551 Vietnamese Immersion (prior-to-secondary)
24552 Vietnamese I
24553 Vietnamese II
24554 Vietnamese III
24555 Vietnamese IV
24556 Vietnamese V
24557 Vietnamese for Native Speakers
24558 Vietnamese Field Experience
24559 Vietnamese Conversation and Culture
24560 Vietnamese Literature
24561 Particular Topics in Vietnamese
24562 IB Language A: Literature—Vietnamese
24566 IB Language B (Vietnamese), Middle Years Program
24567 IB Language A: Language and Literature—Vietnamese
24599 Vietnamese—Other
24600 Filipino (prior-to-secondary)
24601 Filipino Immersion (prior-to-secondary)
24602 Filipino I
24603 Filipino II
24604 Filipino III
24605 Filipino IV
24606 Filipino V
24607 Filipino for Native Speakers
24608 Filipino Field Experience
24609 Filipino Conversation and Culture
24610 Filipino Literature
24611 Particular Topics in Filipino
24612 IB Language A: Literature—Filipino
24616 IB Language B (Filipino), Middle Years Program
24617 IB Language A: Language and Literature—Filipino
24649 Filipino—Other
24650 Russian (prior-to-secondary)
24651 Russian Immersion (prior-to-secondary)
24652 Russian I
24653 Russian II
24654 Russian III
24655 Russian IV
24656 Russian V
24657 Russian for Native Speakers
24658 Russian Field Experience
24659 Russian Conversation and Culture
24660 Russian Literature
24661 Particular Topics in Russian
24662 IB Language A: Literature—Russian
24663 IB Language B—Russian
24666 IB Language B (Russian), Middle Years Program
24667 IB Language A: Language and Literature—Russian
24668 IB Language Ab Initio—Russian
24699 Russian—Other
24700 Hebrew (prior-to-secondary)
24701 Hebrew Immersion (prior-to-secondary)
24702 Hebrew I
24703 Hebrew II
24704 Hebrew III
24705 Hebrew IV
24706 Hebrew V
24707 Hebrew for Native Speakers
24708 Hebrew Field Experience
24709 Hebrew Conversation and Culture
24710 Hebrew Literature
24711 Particular Topics in Hebrew
24712 IB Language A: Literature—Hebrew
24713 IB Language B—Hebrew
24716 IB Language B (Hebrew), Middle Years Program
24717 IB Language A: Language and Literature—Hebrew
24749 Hebrew—Other
24750 Arabic (prior-to-secondary)
24751 Arabic Immersion (prior-to-secondary)
24752 Arabic I
24753 Arabic II
24754 Arabic III
24755 Arabic IV
24756 Arabic V
24757 Arabic for Native Speakers
24758 Arabic Field Experience
24759 Arabic Conversation and Culture
24760 Arabic Literature
24761 Particular Topics in Arabic
24762 IB Language A: Literature—Arabic
24763 IB Language B—Arabic
24766 IB Language B (Arabic), Middle Years Program
24767 IB Language A: Language and Literature—Arabic
24768 IB Language Ab Initio—Arabic
24799 Arabic—Other
24800 Swahili (prior-to-secondary)
24801 Swahili Immersion (prior-to-secondary)
24802 Swahili I
24803 Swahili II
24804 Swahili III
24805 Swahili IV
24806 Swahili V
24807 Swahili for Native Speakers
24808 Swahili Field Experience
24809 Swahili Conversation and Culture
24810 Swahili Literature
24811 Particular Topics in Swahili
24812 IB Language A: Literature—Swahili
24816 IB Language B (Swahili), Middle Years Program
24817 IB Language A: Language and Literature—Swahili
24818 IB Language Ab Initio—Swahili
24849 Swahili—Other
24850 American Sign Language (prior-to-secondary)
24851 American Sign Language Immersion (prior-to-secondary)
24852 American Sign Language I
24853 American Sign Language II
24854 American Sign Language III
24855 American Sign Language IV
24856 American Sign Language V
24858 American Sign Language Field Experience
24861 Particular Topics in American Sign Language
24866 IB Language B (American Sign Language), Middle Years Program
24899 American Sign Language—Other
24900 American Indian Language (prior-to-secondary)
24901 American Indian Language Immersion (prior-to-secondary)
24902 American Indian Language I
24903 American Indian Language II
24904 American Indian Language III
24905 American Indian Language IV
24906 American Indian Language V
24907 American Indian Language for Native Speakers
24908 American Indian Language Field Experience
24909 American Indian Language Conversation and Culture
24910 American Indian Literature
24911 Particular Topics in American Indian Language
24912 IB Language A: Literature—American Indian Language
24913 IB Language B—American Indian Language
24916 IB Language B (American Indian Language), Middle Years Program
24917 IB Language A: Language and Literature—American Indian Language
24949 American Indian Language—Other
24950 World Language (Other Language) for Young Learners (prior-to-secondary)
24951 World Language (Other Language) Immersion (prior-to-secondary)
24952 World Language (Other Language) I
24953 World Language (Other Language) II
24954 World Language (Other Language) III
24955 World Language (Other Language) IV
24956 World Language (Other Language) V
24957 World Language (Other Language) for Native Speakers
24958 World Language (Other Language) Field Experience
24959 World Language (Other Language) Conversation and Culture
24960 World Language (Other Language) Literature
24961 Particular Topics in World Language (Other Language)
24962 IB Language A: Literature—World Language (Other Language)
24963 IB Language B—World Language (Other Language)
24966 IB Language B (Other World Language), Middle Years Program
24967 IB Language A: Language and Literature—(Other World Language)
24968 IB Language Ab Initio—(Other World Language)
24989 World Language (Other Language)—Other
24995 World Language and Literature—Aide
24997 World Language and Literature—Independent Study
24998 World Language and Literature—Workplace Experience
24999 World Language and Literature—Other
25001 Seminar
25002 IB Extended Essay
25003 AP Seminar
25004 AP Research
25051 Data Literacy
25052 Data Science
25053 Data Science Applications
25993 Integrative Learning—School-based Enterprise
25994 Integrative Learning—Career Project-based Learning
25995 Integrative Learning—Aide
25997 Integrative Learning—Independent Study
25998 Integrative Learning—Workplace Experience
25999 Integrative Learning—Other
51007 IB Language A (English), Middle Years Program|01010
51008 English as a Second Language|01008
51009 Language Arts Laboratory|01009
51026 Language Arts (early childhood education)|01026
51027 Language Arts (pre-kindergarten)|01027
51028 Language Arts (kindergarten)|01028
51029 Language Arts (grade 1)|01029
51030 Language Arts (grade 2)|01030
51031 Language Arts (grade 3)|01031
51032 Language Arts (grade 4)|01032
51033 Language Arts (grade 5)|01033
51034 Language Arts (grade 6)|01034
51035 Language Arts (grade 7)|01035
51036 Language Arts (grade 8)|01036
51037 Language Arts|01037
51038 Reading (early childhood education)|01038
51039 Reading (pre-kindergarten)|01039
51040 Reading (kindergarten)|01040
51041 Reading (grade 1)|01041
51042 Reading (grade 2)|01042
51043 Reading (grade 3)|01043
51044 Reading (grade 4)|01044
51045 Reading (grade 5)|01045
51046 Reading (grade 6)|01046
51047 Reading (grade 7)|01047
51048 Reading (grade 8)|01048
51049 Reading|01049
51053 Literature|01053
51066 Strategic Reading|01066
51067 Assisted Reading|01067
51068 Corrective Reading|01068
51097 Literature—Independent Study|01097
51099 Literature—Other|01099
51103 Composition|01103
51104 Creative Writing|01104
51128 Writing (early childhood education)|01128
51129 Writing (pre-kindergarten)|01129
51130 Writing (kindergarten)|01130
51131 Writing (grade 1)|01131
51132 Writing (grade 2)|01132
51133 Writing (grade 3)|01133
51134 Writing (grade 4)|01134
51135 Writing (grade 5)|01135
51136 Writing (grade 6)|01136
51137 Writing (grade 7)|01137
51138 Writing (grade 8)|01138
51139 Writing|01139
51147 Composition—Independent Study|01147
51149 Composition—Other|01149
51151 Public Speaking|01151
51155 Communications|01155
51197 Speech—Independent Study|01197
51199 Speech—Other|01199
51203 English—Test Preparation|01203
51991 Language Arts Laboratory|01009
51992 English Proficiency Development|01992
51996 English Language and Literature—Supplemental|01996
51997 English Language and Literature—Independent Study|01997
51999 English Language and Literature—Other|01999
52001 Informal Mathematics|02001
52002 General Math|02002
52003 Particular Topics in Foundation Math|02003
52028 Mathematics (early childhood education)|02028
52029 Mathematics (pre-kindergarten)|02029
52030 Mathematics (kindergarten)|02030
52031 Mathematics (grade 1)|02031
52032 Mathematics (grade 2)|02032
52033 Mathematics (grade 3)|02033
52034 Mathematics (grade 4)|02034
52035 Mathematics (grade 5)|02035
52036 Mathematics (grade 6)|02036
52037 Mathematics (grade 7)|02037
52038 Mathematics (grade 8)|02038
52039 Mathematics|02039
52047 Foundation Math—Independent Study|02047
52049 Foundation Math—Other|02049
52051 Pre-Algebra|02051
52052 Algebra I|02052
52061 Integrated Math—Multiyear Equivalent|02061
52069 Algebra—Other|02069
52071 Informal Geometry|02071
52072 Geometry|02072
52073 Analytic Geometry|02073
52074 Principles of Algebra and Geometry|02074
52075 Particular Topics in Geometry|02075
52079 Geometry—Other|02079
52132 IB Mathematics, Middle Years Program|02135
52157 Consumer Math|02157
52991 History of Math|02991
52993 Mathematics—Test Preparation|02993
52994 Mathematics Proficiency Development|02994
52996 Mathematics—Supplemental|02996
52997 Mathematics—Independent Study|02997
52999 Mathematics—Other|02999
53008 Earth/Space Science|03008
53009 Particular Topics in Earth Science|03009
53047 Earth Science—Independent Study|03047
53049 Earth Science—Other|03049
53051 Biology|03051
53063 Particular Topics in Biology|03063
53097 Biology—Independent Study|03097
53099 Biology—Other|03099
53101 Chemistry|03101
53108 Particular Topics in Chemistry|03108
53147 Chemistry—Independent Study|03147
53149 Chemistry—Other|03149
53151 Physics|03151
53153 Principles of Technology|03153
53158 Life Science|03158
53159 Physical Science|03159
53162 Particular Topics in Physics|03162
53197 Physics—Independent Study|03197
53199 Physics—Other|03199
53201 Integrated Science|03201
53202 Unified Science|03202
53203 IB Sciences, Middle Years Program|03213
53228 Science (early childhood education)|03228
53229 Science (pre-kindergarten)|03229
53230 Science (kindergarten)|03230
53231 Science (grade 1)|03231
53232 Science (grade 2)|03232
53233 Science (grade 3)|03233
53234 Science (grade 4)|03234
53235 Science (grade 5)|03235
53236 Science (grade 6)|03236
53237 Science (grade 7)|03237
53238 Science (grade 8)|03238
53239 Science|03239
53994 Life and Physical Sciences—Proficiency Development|03994
53996 Life and Physical Sciences—Supplemental|03996
53997 Life and Physical Sciences—Independent Study|03997
53999 Life and Physical Sciences—Other|03999
54001 World Geography|04001
54002 Particular Topics in Geography|04002
54003 U.S. Geography|04005
54047 Geography—Independent Study|04047
54051 World History—Overview|04051
54061 World Area Studies|04061
54062 World People Studies|04062
54063 Western Civilization|04063
54064 Contemporary World Issues|04064
54097 World History—Independent Study|04097
54101 U.S. History—Comprehensive|04101
54105 State-Specific Studies|04105
54106 Contemporary U.S. Issues|04106
54107 U.S. Ethnic Studies|04107
54147 U.S. History—Independent Study|04147
54149 U.S. History—Other|04149
54151 U.S. Government—Comprehensive|04151
54161 Civics|04161
54171 IB Humanities, Middle Years Program|04171
54197 Government, Politics, and Law—Independent Study|04197
54199 Government, Politics, and Law—Other|04199
54428 Social Studies (early childhood education)|04428
54429 Social Studies (pre-kindergarten)|04429
54430 Social Studies (kindergarten)|04430
54431 Social Studies (grade 1)|04431
54432 Social Studies (grade 2)|04432
54433 Social Studies (grade 3)|04433
54434 Social Studies (grade 4)|04434
54435 Social Studies (grade 5)|04435
54436 Social Studies (grade 6)|04436
54437 Social Studies (grade 7)|04437
54438 Social Studies (grade 8)|04438
54439 Social Studies|04439
54996 Social Sciences and History—Supplemental|04996
54997 Social Sciences and History—Independent Study|04997
54999 Social Sciences and History—Other|04999
55001 Dance Technique|05001
55002 Dance Repertory|05002
55003 Expressive Movement|05003
55004 Dance Appreciation|05004
55005 Choreography|05005
55028 Dance (early childhood education)|05028
55029 Dance (pre-kindergarten)|05029
55030 Dance (kindergarten)|05030
55031 Dance (grade 1)|05031
55032 Dance (grade 2)|05032
55033 Dance (grade 3)|05033
55034 Dance (grade 4)|05034
55035 Dance (grade 5)|05035
55036 Dance (grade 6)|05036
55037 Dance (grade 7)|05037
55038 Dance (grade 8)|05038
55039 Dance|05039
55047 Dance—Independent Study|05047
55049 Dance—Other|05049
55051 Introduction to the Theater|05051
55052 Theatre Arts|05052
55053 Drama—Comprehensive|05053
55054 Exploration in Drama|05054
55068 Drama (early childhood education)|05068
55069 Drama (pre-kindergarten)|05069
55070 Drama (kindergarten)|05070
55071 Drama (grade 1)|05071
55072 Drama (grade 2)|05072
55073 Drama (grade 3)|05073
55074 Drama (grade 4)|05074
55075 Drama (grade 5)|05075
55076 Drama (grade 6)|05076
55077 Drama (grade 7)|05077
55078 Drama (grade 8)|05078
55079 Drama|05079
55097 Drama—Independent Study|05097
55099 Drama—Other|05099
55101 General Band|05101
55102 Concert Band|05102
55103 Marching Band|05103
55104 Orchestra|05104
55105 Contemporary Band|05105
55106 Instrumental Ensembles|05106
55110 Chorus|05110
55111 Vocal Ensembles|05111
55116 Music History/Appreciation|05116
55118 Music Appreciation|05119
55128 Music (early childhood education)|05128
55129 Music (pre-kindergarten)|05129
55130 Music (kindergarten)|05130
55131 Music (grade 1)|05131
55132 Music (grade 2)|05132
55133 Music (grade 3)|05133
55134 Music (grade 4)|05134
55135 Music (grade 5)|05135
55136 Music (grade 6)|05136
55137 Music (grade 7)|05137
55138 Music (grade 8)|05138
55139 Music|05139
55147 Music—Independent Study|05147
55149 Music—Other|05149
55151 Art Appreciation|05151
55152 Art History|05152
55154 Creative Art—Comprehensive|05154
55155 Creative Art—Drawing/Painting|05155
55156 Creative Art—Drawing|05156
55157 Creative Art—Painting|05157
55158 Creative Art—Sculpture|05158
55159 Ceramics/Pottery|05159
55165 Crafts|05165
55167 Photography|05167
55168 Film/Videotape|05168
55178 Art (early childhood education)|05178
55179 Art (pre-kindergarten)|05179
55180 Art (kindergarten)|05180
55181 Art (grade 1)|05181
55182 Art (grade 2)|05182
55183 Art (grade 3)|05183
55184 Art (grade 4)|05184
55185 Art (grade 5)|05185
55186 Art (grade 6)|05186
55187 Art (grade 7)|05187
55188 Art (grade 8)|05188
55189 Art|05189
55197 Visual Art—Independent Study|05197
55199 Visual Arts—Other|05199
55201 Integrated Fine Arts|05201
55202 IB Arts, Middle Years Program|05202
55997 Fine and Performing Arts—Independent Study|05997
55999 Fine and Performing Arts—Other|05999
56039 Foreign Language|24039
56100 Spanish|24050 24051
56101 IB Language B (Spanish), Middle Years Program|24066
56120 French|24100 24101
56121 IB Language B (French), Middle Years Program|24116
56140 Italian|24150 24151
56141 IB Language B (Italian), Middle Years Program|24166
56160 Portuguese|24200 24201
56161 IB Language B (Portuguese), Middle Years Program|24216
56200 German|24250 24251
56201 IB Language B (German), Middle Years Program|24266
56280 Greek|24300 24301
56281 IB Language B (Greek), Middle Years Program|24316
56300 Latin|24340
56320 Classical Greek|24370
56400 Chinese|24400 24401
56401 IB Language B (Chinese), Middle Years Program|24416
56420 Japanese|24450 24451
56421 IB Language B (Japanese), Middle Years Program|24466
56440 Korean|24500 24501
56441 IB Language B (Korean), Middle Years Program|24516
56500 Vietnamese|24550 24551
56501 IB Language B (Vietnamese), Middle Years Program|24566
56520 Filipino|24600 24601
56521 IB Language B (Filipino), Middle Years Program|24616
56600 Russian|24650 24651
56601 IB Language B (Russian), Middle Years Program|24666
56700 Hebrew|24700 24701
56701 IB Language B (Hebrew), Middle Years Program|24716
56720 Arabic|24750 24751
56721 IB Language B (Arabic), Middle Years Program|24766
56760 Swahili|24800 24801
56761 IB Language B (Swahili), Middle Years Program|24816
56800 American Sign Language|24850 24851
56801 IB Language B (American Sign Language), Middle Years Program|24866
56820 American Indian Language|24900 24901
56821 IB Language B (American Indian Language), Middle Years Program|24916
56997 Foreign Language and Literature—Independent Study|24997
56999 Foreign Language and Literature—Other|24999
57001 Religious Foundations|07001
57005 Scriptures|07005
57006 Old Testament|07006
57007 New Testament|07007
57008 Bible History|07008
57015 Faith and Lifestyle|07015
57997 Religious Education and Theology—Independent Study|07997
57999 Religious Education and Theology—Other|07999
58001 Physical Education|08001
58002 Team Sports|08002
58003 Individual/Dual Sports|08003
58004 Recreation Sports|08004
58005 Fitness/Conditioning Activities|08005
58007 Adapted Physical Education|08007
58008 Gymnastics|08008
58010 Aquatic/Water Sports|08010
58013 Specific Sports Activities|08013
58014 Physical Education Equivalent|08014
58015 Off-Campus Sports|08015
58016 Lifetime Fitness Education|08016
58028 Physical Education (early childhood education)|08028
58029 Physical Education (pre-kindergarten)|08029
58030 Physical Education (kindergarten)|08030
58031 Physical Education (grade 1)|08031
58032 Physical Education (grade 2)|08032
58033 Physical Education (grade 3)|08033
58034 Physical Education (grade 4)|08034
58035 Physical Education (grade 5)|08035
58036 Physical Education (grade 6)|08036
58037 Physical Education (grade 7)|08037
58038 Physical Education (grade 8)|08038
58039 Physical Education|08039
58040 IB Physical Education, Middle Years Program|08040
58047 Physical Education—Independent Study|08047
58049 Physical Education—Other|08049
58051 Health Education|08051
58052 Health and Fitness|08052
58057 Health and Life Management|08057
58058 Substance Abuse Prevention|08058
58097 Health Education—Independent Study|08097
58997 Physical, Health, and Safety Education—Independent Study|08997
58999 Physical, Health, and Safety Education—Other|08999
60001 Introduction to Computers|10001
60002 Computing Systems|10002
60003 Computer and Information Technology|10003
60004 Computer Applications|10004
60008 Particular Topics in Computer Literacy|10008
60010 Computer Literacy|10010
60049 Computer Literacy—Other|10049
60201 Web Page Design|10201
60202 Computer Graphics|10202
60203 Interactive Media|10203
60247 Media Technology—Independent Study|10247
60997 Computer and Information Sciences—Independent Study|10997
60999 Computer and Information Sciences—Other|10999
61001 Introduction to Communication|11001
61002 Communication Technology|11002
61003 Particular Topics in Communication|11003
61047 Communication—Independent Study|11047
61049 Communication—Other|11049
61051 Audio/Visual Production|11051
61052 Commercial Photography|11052
61053 Photographic Laboratory and Darkroom|11053
61054 Photo Imaging|11054
61055 Video|11055
61056 Particular Topics in Audio/Video Technology and Film|11056
61099 Audio/Video Technology and Film—Other|11099
61101 Journalism|11101
61102 Photojournalism|11102
61103 Broadcasting Technology|11103
61104 Publication Production|11104
61105 Particular Topics in Journalism and Broadcasting|11105
61147 Journalism and Broadcasting—Independent Study|11147
61149 Journalism and Broadcasting—Other|11149
61151 Digital Media Technology|11151
61152 Desktop Publishing|11152
61159 Particular Topics in Printing Technology and Production|11159
61197 Printing Technology—Independent Study|11197
61199 Printing Technology—Other|11199
61997 Communication and Audio/Video Technology—Independent Study|11997
61999 Communication and Audio/Video Technology—Other|11999
62001 Business/Office Career Exploration|12001
62005 Keyboarding|12005
62006 Word Processing|12006
62008 Particular Topics in Administration|12008
62047 Administration—Independent Study|12047
62051 Introductory Business|12051
62097 Management—Independent Study|12097
62101 Banking and Finance|12101
62147 Finance—Independent Study|12147
62151 Marketing Career Exploration|12151
62152 Marketing—Comprehensive|12152
62197 Marketing—Independent Study|12197
62997 Business and Marketing—Independent Study|12997
62999 Business and Marketing—Other|12999
63001 Exploration of Manufacturing Occupations|13001
63003 Industrial Arts|13003
63052 Material and Processes|13052
63997 Manufacturing—Independent Study|13997
63999 Manufacturing—Other|13999
64001 Exploration of Health Care Occupations|14001
64002 Health Care Occupations—Comprehensive|14002
64997 Health Care Sciences—Independent Study|14997
64999 Health Care Sciences—Other|14999
65001 Exploration of Public Service Careers|15001
65997 Public, Protective, and Government Service—Independent Study|15997
65999 Public, Protective, and Government Services—Other|15999
66001 Exploration of Hospitality Careers|16001
66997 Hospitality and Tourism—Independent Study|16997
66999 Hospitality and Tourism—Other|13999
67001 Construction Careers Exploration|17001
67002 Construction—Comprehensive|17002
67997 Architecture and Construction—Independent Study|17997
67999 Architecture and Construction—Other|17999
68001 Introduction to Agriculture and Natural Resources|18001
68002 Agriculture—Comprehensive|18002
68003 Agriculture and Natural Resources—Comprehensive|18003
68997 Agriculture, Food, and Natural Resources—Independent Study|18997
68999 Agriculture, Food, and Natural Resources—Other|18999
69001 Human Services Career Exploration|19001
69997 Human Services—Independent Study|19997
69999 Human Services—Other|19999
70001 Exploration of Transportation, Distribution, and Logistics|20001
70997 Transportation, Distribution, and Logistics—Independent Study|20997
70999 Transportation, Distribution, and Logistics—Other|20999
71001 Pre-Engineering Technology|21001
71002 Engineering Applications|21002
71003 Engineering Technology|21003
71004 Principles of Engineering|21004
71005 Engineering—Comprehensive|21005
71006 Engineering Design|21006
71009 Robotics|21009
71047 Engineering—Independent Study|21047
71049 Engineering—Other|21049
71051 Technological Literacy|21051
71052 IB Technology, Middle Years Program|21062
71097 Technology—Independent Study|21097
71102 Drafting—General|21102
71147 Drafting—Independent Study|21147
71997 Engineering and Technology—Independent Study|21997
71999 Engineering and Technology—Other|21999
72001 Standardized Test Preparation|22001
72002 State Test Preparation|22002
72003 Study Skills|22003
72004 Dropout Prevention Program|22004
72005 Tutorial|22005
72006 Study Hall|22006
72007 Advancement Via Individual Determination (AVID)|22007
72101 Leadership|22101
72102 School Orientation|22102
72103 School Governance|22103
72104 Community Service|22104
72105 Values Clarification|22105
72106 Seminar|22106
72151 Career Exploration|22151
72152 Employability Skills|22152
72201 Family and Consumer Science—Comprehensive|22201
72202 Food and Nutrition|22202
72203 Food Science|22203
72205 Clothing/Sewing|22205
72206 Life Skills|22206
72207 Self-Management|22207
72208 Family Living|22208
72209 Personal Development|22209
72210 Consumer Economics/Personal Finance|22210
72249 Family and Consumer Science—Other|22249
72250 Exploratory|22250
72260 IB Personal Project, Middle Years Program|22260
72995 Miscellaneous—Aide|22995
72999 Miscellaneous—Other|22999
73028 Early Childhood Education|23001
73029 Pre-kindergarten|23002
73030 Kindergarten|23003
73031 Grade 1|23004
73032 Grade 2|23005
73033 Grade 3|23006
73034 Grade 4|23007
73035 Grade 5|23008
73036 Grade 6|23009
73037 Grade 7|23010
73038 Grade 8|23011
73039 Prior-to-Secondary Education|23012
73041 IB Primary Years Program|23041
`;

/** What the list says of one five-digit code. */
export interface CourseCode {
  readonly title: string;
  /** The codes that took its place; none for a code that stands. */
  readonly successors: readonly string[];
  /**
   * `other`: the rest of a subject or topic. `no subject`: not even a subject, the last resort that the handbook warns
   * of. Told by title: digits such as 49 or 99 at the end both miss some and hit true courses.
   */
  readonly generic: "no" | "other" | "no subject";
}

const NO_SUBJECT = /^(?:Miscellaneous|Integrative Learning)—(?:Other|Aide|Independent Study|Workplace Experience)$/;

function genericBy(title: string): CourseCode["generic"] {
  if (NO_SUBJECT.test(title)) return "no subject";
  return title.endsWith("—Other") ? "other" : "no";
}

let codes: ReadonlyMap<string, CourseCode> | null = null;

/** Split on first use, since most commands never ask. */
function table(): ReadonlyMap<string, CourseCode> {
  if (codes !== null) return codes;
  const split = new Map<string, CourseCode>();
  for (const line of TABLE.trim().split("\n")) {
    const [title = "", successors] = line.slice(6).split("|");
    split.set(line.slice(0, 5), { title, successors: successors?.split(" ") ?? [], generic: genericBy(title) });
  }
  codes = split;
  return split;
}

/** Null for a code that the list never held. */
export function shippedCourseCode(code: string): CourseCode | null {
  return table().get(code) ?? null;
}

/** Whether two codes stand for the same course: equal, or one took the other's place. */
export function isSameCourse(a: string, b: string, courseCode: (code: string) => CourseCode | null): boolean {
  if (a === b) return true;
  return courseCode(a)?.successors.includes(b) === true || courseCode(b)?.successors.includes(a) === true;
}

/** Every code with what the list says of it, in order of the codes. */
export function allCourseCodes(): readonly (readonly [string, CourseCode])[] {
  return [...table()];
}
