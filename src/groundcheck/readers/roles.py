"""What people and bodies are called by what they do, as data."""

from __future__ import annotations

import re

_ROLE = (
    r"(?:general|officer|commander|official|minister|spokes\w+|governor|mayor|soldier|employee|"
    r"resident|worker|adviser|advisor|analyst|diplomat|doctor|fighter|leader|chief|head|deputy|"
    r"witness|editor|researcher|lawmaker|man|woman|captain|colonel|envoy|source|trader|farmer|baker|"
    r"teacher|nurse|priest|imam|elder|driver|shopkeeper|student|mother|father|brother|sister|survivor|"
    r"refugee|defector|deserter|reporter|correspondent|journalist|volunteer|expert|aide|lawyer|"
    r"militant|militiaman|policeman|rebel|villager|director|president|premier|chairman|chairwoman|"
    r"ambassador|secretary|activist|observer|negotiator|bishop|pastor|monk|engineer|sergeant|"
    r"lieutenant|major|admiral|brigadier|sheikh|emir|warlord|prisoner|detainee|fisherman|herder|"
    r"miner|merchant|businessman|businesswoman|vendor|tribesman|neighbou?r|economist|historian|"
    r"professor|academic|author|pilot|medic|paramedic|surgeon|coordinator|colleague|member|"
    r"administrator|prosecutor|senator|councillor|blogger|milblogger|fellow|insider|veteran|cousin|uncle|"
    r"aunt|widow|relative|manager|trucker|smuggler|caretaker|pharmacist|accountant|clerk|electrician|"
    r"consul|delegate|preacher|lecturer|organi[sz]er|legislator|parliamentarian|strategist|cartographer)"
)
_COLLECTIVE = (
    r"(?:ministr(?:y|ies)|government|army|armies|military|group|union|agenc(?:y|ies)|command|council|junta|regime|unit|"
    r"movement|alliance|coalition|party|authorit(?:y|ies)|police|observatory|monitor|institute|"
    r"think\s+tank|charity|organi[sz]ation|network|directorate|office|mission|committee|commission|"
    r"presidency|embassy|administration|front|militia|rebels|separatists|insurgents|militants|panel|"
    r"navy|air\s+force|armed\s+forces|security\s+forces|collective|consultancy|project|court|"
    r"broadcaster|newspaper|channel|company|operator|municipality|general\s+staff|staff|headquarters|"
    r"hospitals?|clinic|secretariat|department|bureau|federation|foundation|society|brigade|battalion|"
    r"regiment|battlegroup|task\s+force|coast\s+guard|border\s+guard|emergency\s+services?|registry|"
    r"diocese|university|parliament|cabinet|paramilitaries|jihadists|cartel)"
)
ROLE = re.compile(rf"\b{_ROLE}\b", re.IGNORECASE)
COLLECTIVE = re.compile(rf"\b{_COLLECTIVE}\b", re.IGNORECASE)
# Any of them in small letters, one or many.
SPEAKERS = rf"\b(?:{_ROLE}(?:e?s)?|{_COLLECTIVE}s?)\b"
