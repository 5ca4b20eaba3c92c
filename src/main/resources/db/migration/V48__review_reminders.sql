-- Documents whose review date has come, since when people are reminded of it, and of which date.
create table review_reminder (
    document_id uuid primary key references document on delete cascade,
    review_on   date        not null,
    reminded_at timestamptz not null
);
