"""What makes a statement wait for something, in English."""

from __future__ import annotations

import re

from verbale.coding.grammar import Conditions

CONDITIONS = Conditions(
    markers=re.compile(
        r"\b(?:only (?:if|when|after|once)|(?P<if>if)|unless|provided(?: that)?|providing that|on (?:the )?condition (?:that|of)|"
        r"(?P<exchange>in (?:the )?(?:exchange|return) (?:for|of))|as long as|so long as|on the understanding that|in case|in the event|"
        r"assuming(?: that)?|conditional (?:on|upon)|contingent (?:on|upon)|subject to|depends? (?:on|upon)|"
        r"(?P<role>as a (?:pre-?)?condition)|(?P<once>once|(?:on )?the day(?! \w+ing\b))|(?P<until>until)|"
        r"(?P<without>without)|(?P<before>before)|"
        r"(?P<when>when|after)|(?P<soon>as soon as)|"
        r"should(?= (?:the|it|they|he|she|talks|\w+s|(?-i:[A-Z][a-z]\w*)) [^.?!]{3,60},))",
        re.IGNORECASE,
    ),
    modal=re.compile(
        r"\b(?:will|would|could|can|may|might|must|shall|should|ready|willing|prepared|going to|agree\w*|accept\w*|offer\w*|"
        r"option\w*|wants?|"
        r"threaten\w*|need\w*|promis\w*|pledg\w*|propos\w*|reserves?|warn\w*|vow\w*|demand\w*|won['’]t)\b|['’](?:ll|d)\b",
        re.IGNORECASE,
    ),
    to_come=re.compile(
        r"\b(?:will|would|can|may|might|must|shall|should|ready|willing|prepared|going to|wants?|offer\w*|promis\w*|pledg\w*|vow\w*)\b|"
        r"['’]ll\b",
        re.IGNORECASE,
    ),
    counterfactual=re.compile(
        r"\bif\b[^.;]*?\bhad (?:not )?(?:been|\w+ed|\w+en)\b|\bif (?:it (?:were|was)(?: not|n['’]t) |not )for\b"
        r"|\bwould(?: never| not|n['’]t)? have\b|\bcould have\b",
        re.IGNORECASE,
    ),
    fixed=re.compile(r"if (?:necessary|needed|possible|required|need be)\b", re.IGNORECASE),
    concessive=re.compile(
        r"\b(?:even|as|what|whether|ask\w*|wonder\w*|question\w*|doubt\w*|determine\w*|unclear|sure|see|know)\s+$", re.IGNORECASE
    ),
    leads=re.compile(r"(?:^|\b(?:that|and|but|because|so|or|said|say|clear)|[,:;—–\"“‘(])\s*[\"“‘']?\s*$", re.IGNORECASE),
    ended=re.compile(
        r"\b(?:over|ends?|ended|finished|achieved|reached|met|signed|holds?|held|stops?|stopped|agreed|guaranteed|peace|cease-?fire|"
        r"withdr\w+|settle\w*|complete\w*|done)\b",
        re.IGNORECASE,
    ),
    negative=re.compile(r"\b(?:not|never|no|refuse\w*|cannot|reject\w*)\b|n['’]t\b", re.IGNORECASE),
    refuses=re.compile(
        r"\b(?:will|would|can|could) (?:not|never)\b|\b(?:won|wouldn|can|couldn)['’]t\b|\bcannot\b|\bnot going to\b", re.IGNORECASE
    ),
    date=re.compile(
        r"until (?:the |early |late |mid-?|next |this )*(?:\d|spring|summer|autumn|fall|winter|end|week|month|year|night|midnight|"
        r"noon|morning|"
        r"tomorrow|today|then|now|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|june|july|aug|sept|oct|nov|dec)",
        re.IGNORECASE,
    ),
    wanted_first=re.compile(
        r"\b(?:will|would|can|could) (?:not|never|want|need|have to)\b|n['’]t\b|\bcannot\b|\b(?:must|needs?|has to|have to|should)\b"
        r"|(?<!\bwho )\b(?:wants?|wanted|demand\w*|insist\w*)\b",
        re.IGNORECASE,
    ),
    clause=re.compile(r"before (?:it|they|he|she|we|i|there|any\w*|the \w+|[A-Z]\w+) \w+", re.IGNORECASE),
    happened=re.compile(
        r"\b(?:said|was|were|did|told|had|came|went|took|made|met)\b|"
        r"\b(?<!has )(?<!have )(?<!is )(?<!are )(?<!be )\w{3,}ed\b(?! (?:by|to be))",
        re.IGNORECASE,
    ),
    leading_end=re.compile(
        r",[\"”’']?\s|\s+then\s"
        r"|\s+(?=(?:there|he|she|it|they|we|(?-i:I)|the (?:\w+ ){0,2}\w+|(?-i:[A-Z])\w+) (?:will|would|could|may|might|must)\b)"
        r"|\s+that\s+(?=(?:\S+\s+){1,4}?(?:will|would|could|can|may|might|must|shall)\b)",
        re.IGNORECASE,
    ),
    trailing_end=re.compile(r"[;:—]|,\s*(?:and|but|he|she|it|they|we|i|adding|saying|stressing|while)\b|,[\"”]", re.IGNORECASE),
    role_of_another=re.compile(r"\S+ \S+ \S+ for\b"),
    role_accepted=re.compile(r"\b(?:will|would|could|accept\w*|agree\w*|ready|willing)\b", re.IGNORECASE),
    aside=re.compile(
        r"(?:only )?(?:if|unless|once|when|should)\s*,?\s*(?:at|by|in|on|after|before|during|as|for|within|following|"
        r"despite)\s[^,.;]{3,60},\s",
        re.IGNORECASE,
    ),
)
