"""Names of months, and the words that stand beside a date on a date line; English, Russian, Ukrainian."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января январь янв січня січень",
            "february feb февраля февраль фев лютого лютий",
            "march mar марта март мар березня березень",
            "april apr апреля апрель апр квітня квітень",
            "may мая май травня травень",
            "june jun июня июнь июн червня червень",
            "july jul июля июль июл липня липень",
            "august aug августа август авг серпня серпень",
            "september sept sep сентября сентябрь сен вересня вересень",
            "october oct октября октябрь окт жовтня жовтень",
            "november nov ноября ноябрь ноя листопада листопад",
            "december dec декабря декабрь дек грудня грудень",
        ),
        start=1,
    )
    for name in names.split()
}
"""The number of a month by its names in lower case."""

DATE_LINE_WORDS = frozenset(
    """
    updated update published posted modified first last on at of the date time issued edited added monday tuesday wednesday
    thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm gmt utc bst est edt et cet cest msk
    eet eest ist pst pdt z t min mins minute minutes read st nd rd th опубликовано обновлено дата время понедельник вторник
    среда четверг пятница суббота воскресенье опубліковано оновлено час понеділок вівторок середа четвер пятниця п ятниця
    субота неділя года год г року рік р мск
    """.replace("\n", " ").split()
)
"""Words that may stand on a line that gives a date and nothing else."""
