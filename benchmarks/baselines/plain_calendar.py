"""The smallest program that makes a calendar of a plan's meetings with icalendar: nothing checked, nothing lasting."""

import sys
import zoneinfo
from datetime import datetime, time, timedelta
from pathlib import Path

import icalendar
import yaml

plan = yaml.load(Path(sys.argv[1]).read_text(encoding="utf-8"), yaml.CSafeLoader)
zone = zoneinfo.ZoneInfo(plan["launch"]["zone"])
calendar = icalendar.Calendar()
for meeting in plan["collaborative_plan"]["meetings"]:
    start = datetime.combine(meeting["date"], time.fromisoformat(plan["launch"]["start"]), zone)
    event = icalendar.Event()
    event.add("uid", str(meeting["date"]))
    event.add("dtstamp", datetime.now(zone))
    event.add("dtstart", start)
    event.add("duration", timedelta(minutes=90))
    event.add("summary", meeting["topics"])
    event.add("location", plan["launch"]["place"])
    event.add("description", meeting["activities"])
    calendar.add_component(event)
calendar.add_missing_timezones()
Path(sys.argv[2]).write_bytes(calendar.to_ical())
