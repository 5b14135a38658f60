"""Words that are, or begin, somebody's name, and are words all the same: alone they are nobody.

Only as part of a whole name ("May Young") are they found in running text. A list that is too short makes holes in a
text, one that is too long lets a first name through; so it holds what stands with a capital in plans like these.
"""

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
