// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/calendar_json.hpp"

#include "base/json.hpp"

namespace poa::charter {
namespace {

void write(JsonWriter& out, const CalendarEvent& event) {
    const ClauseSpec& clause = clauses()[event.clause];
    out.begin_object().key("kind").value(name_of(event.kind)).key("key").value(event.key);
    out.key("first").value(event.first.iso()).key("last").value(event.last.iso());
    out.key("meeting_days").value(event.meeting_days).key("of").value(event.of);
    out.key("place").value(event.place).key("mode").value(event.mode);
    out.key("conditional").value(event.conditional).key("latest");
    if (event.latest)
        out.value(event.latest->iso());
    else
        out.null();
    out.key("clause").value(clause.path).key("number").value(clause.number).end_object();
}

void write(JsonWriter& out, const Unplaced& unplaced) {
    out.begin_object().key("kind").value(name_of(unplaced.kind)).key("key").value(unplaced.key);
    out.key("from").value(unplaced.from.iso()).key("to").value(unplaced.to.iso());
    out.key("reason").value(unplaced.reason).key("facts").begin_object();
    for (const auto& [name, value] : unplaced.facts) out.key(name).value(value);
    out.end_object().key("clauses").begin_array();
    for (const std::size_t clause : unplaced.clauses) out.value(clauses()[clause].path);
    out.end_array().end_object();
}

void write(JsonWriter& out, const Clash& clash) {
    out.begin_object().key("first").value(clash.first).key("second").value(clash.second);
    out.key("from").value(clash.from.iso()).key("to").value(clash.to.iso()).end_object();
}

} // namespace

std::string calendar_json(const Charter& charter, const Calendar& calendar, Day from, Day to) {
    std::string json;
    JsonWriter out(json);
    out.begin_object().key("charter").value(charter.id());
    out.key("from").value(from.iso()).key("to").value(to.iso()).key("events").begin_array();
    for (const CalendarEvent& event : calendar.events) write(out, event);
    out.end_array().key("unplaced").begin_array();
    for (const Unplaced& unplaced : calendar.unplaced) write(out, unplaced);
    out.end_array().key("clashes").begin_array();
    for (const Clash& clash : clashes_in(calendar.events)) write(out, clash);
    out.end_array().end_object();
    return json;
}

} // namespace poa::charter
