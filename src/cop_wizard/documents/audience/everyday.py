"""Words that stand where names do, or are somebody's name, and are words all the same."""

from __future__ import annotations

_WORDS = """
january february march april may june july august september october november december monday tuesday wednesday
thursday friday saturday sunday mai juin dr mr mrs ms mx mme mlle m prof rev st ste sr jr sir professor doctor
sister brother father mother art bill chance chase dawn dean don drew eve frank grant guy hope faith grace joy
mark pat rob sue skip will charity constance honor honour mercy patience prudence autumn summer winter amber
crystal daisy fern ginger heather holly iris ivy jade jasmine lily olive pearl rose ruby violet berry brook
brooks bush field fields frost hill hills lake park parks rain river rivers sky snow stone storm wood woods bell
best bond book books bridge case cash church cross day field good hall house law long love major noble page
power price rice rich sharp short small strong swift temple week weeks wild wise young black blue brown gold
gray green grey silver white north south east west northern southern eastern western central national regional
public private english french german irish cree abbot bishop king knight prince queen royal baker cook farmer
fisher hunter judge mason miller potter shepherd ward chair coordinator director head leader manager nurse
president principal secretary student students superintendent teacher teachers member members everybody everyone
somebody nobody all each our academy association board centre center city college committee community council
department district division group hospital institute library ministry network office region school schools
service services society team town union unit university a an and as at be by de des do du el for from he i if
in it la le les no of on one or she so the they to une we you
"""

EVERYDAY = frozenset(_WORDS.split())
"""A name of one of these is not looked for in running text, one of several of them only as it is written.

A list that is too short makes holes in a text, one that is too long lets a name through; so it holds what stands with a
capital in plans like these.
"""

_BODIES = """
academy agency association associations authority board boards bureau centre centres center centers chapter
circle clinic clinics coalition collective college colleges commission committee committees community company
consortium council councils department departments district districts division faculty federation foundation
group groups guild hospital hospitals inc institute institution league library libraries local ltd ministry
museum network networks office offices organization organisation partnership program programme school schools
secretariat service services society societies team teams union unions university universities
académie agence association bibliothèque centre cercle clinique collectif collège comité commission conseil
coopérative département direction école écoles fédération fondation groupe hôpital institut lycée mairie ministère
musée office organisation préfecture regroupement réseau secrétariat service services société syndicat université
"""

BODIES = frozenset(_BODIES.split())
"""What organisations and groups are called, in the languages of the guides, and hardly any person is."""

_COUNTING = """
a an the each every all any some several two three four five six seven eight nine ten eleven twelve our one un une le la
les deux trois quatre cinq sept huit neuf dix chaque plusieurs tous toutes notre nos
"""

COUNTING = frozenset(_COUNTING.split())
"""With these a description begins, even with a capital, if a small letter follows: "Two elders", but "Les Brown"."""

_PARTICLES = "van von vom zu zur den der ter ten de da do di del della dos das du la le el al bin binti ibn ap"

PARTICLES = frozenset(_PARTICLES.split())
"""Names can begin with these in small letters: "van der Berg"."""
