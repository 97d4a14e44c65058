// SPDX-License-Identifier: Apache-2.0
// Parts of the pages of calls: tables of submissions, who replied, and the feed.
#include "base/text.hpp"
#include "capabilities/views/pages_calls_drawing.hpp"
#include "web/drawing.hpp"

#include <fmt/format.h>

namespace poa::views {
namespace {

using namespace web::drawing;

constexpr int cell = 28; // pixels of the drawing; the style sheet scales it
constexpr int gap = 1;

Url local(std::string_view address) {
    return Url::same_site(address).value_or(Url("/"));
}

std::string how_it_came(const SubmissionListing& row, const Visit& visit) {
    const auto& in = visit.in;
    if (row.source == "online") return std::string(in.tr("typed here"));
    if (row.source == "upload") return std::string(in.tr("uploaded here"));
    if (row.source == "consultation")
        return in.tr("said in consultation {number}",
                     {{"number", std::to_string(row.consultation.value_or(0))}});
    return in.tr("entered by the secretariat ({channel})",
                 {{"channel", in.tr(channel_wording(row.channel))}});
}

/// What a reader must know of it: late by which deadline, superseded, withdrawn.
Html remarks_on(const SubmissionListing& row, const Visit& visit) {
    const auto& in = visit.in;
    Html remarks;
    auto say = [&](const std::string& words) { remarks += div(words); };
    if (row.late) {
        say(in.tr("late: the deadline that held when it came was {day}", {{"day", in.day(row.deadline)}}));
        if (!row.late_by_present_deadline) say(std::string(in.tr("within the deadline as later extended")));
    }
    if (row.superseded) say(std::string(in.tr("superseded by a newer one")));
    if (row.withdrawn && row.source == "consultation")
        say(in.tr("the State took exception to this entry on {day}", {{"day", in.day(*row.withdrawn)}}));
    else if (row.withdrawn)
        say(in.tr("withdrawn on {day}", {{"day", in.day(*row.withdrawn)}}));
    if (row.listed == "consultation")
        say(std::string(in.tr("not the State's own paper: the record of a consultation")));
    return remarks;
}

Html came_on(const SubmissionListing& row, const Visit& visit) {
    const Day day = Day::of(row.received_at);
    if (row.day_only) return time_(datetime(day.iso()), visit.in.day(day));
    return time_(datetime(iso(row.received_at)), visit.in.moment(row.received_at));
}

Html row_of(const SubmissionListing& row, std::string_view call, const Visit& visit) {
    const auto& in = visit.in;
    auto language = web::parse_language(row.language);
    return tr(th(scope("row"), data_label(in.tr("From")), bdi(row.name)),
              td(data_label(in.tr("Document")),
                 row.address.empty() ? Html(small(in.tr("not for you to read")))
                                     : Html(a(href(local(row.address)), bdi(row.document_title)))),
              td(data_label(in.tr("Language")),
                 language ? web::own_name_of(*language) : std::string_view(row.language)),
              td(data_label(in.tr("Received")), came_on(row, visit)),
              td(data_label(in.tr("How")), how_it_came(row, visit)),
              td(data_label(in.tr("Remarks")), remarks_on(row, visit), when(row.may_withdraw, [&] {
                     return a(href(Url::of("views", "calls", call, "submissions",
                                           std::to_string(row.submission), "withdraw")),
                              row.source == "consultation" ? in.tr("Take exception") : in.tr("Withdraw"));
                 })));
}

/// East is right in every language: the map is not mirrored. Each tile is a link; the tables say the same.
Html draw_tiles(const CallPage& page, const Visit& visit) {
    auto tile = [&](const ReplyTile& place) -> Html {
        const int left = (place.column - 1) * cell + gap, top = (place.row - 1) * cell + gap;
        std::string_view words = place.replied  ? visit.in.tr("replied")
                                 : place.called ? visit.in.tr("no reply")
                                                : visit.in.tr("not called");
        return a(css(place.replied ? "tile tile-has" : "tile tile-none"), href(local(place.address)),
                 svg_title(place.name, ": ", words),
                 rect(x(left), y(top), width(cell - 2 * gap), height(cell - 2 * gap), rx(2)),
                 svg_text(x(left + (cell - 2 * gap) / 2), y(top + (cell - 2 * gap) / 2), place.iso3));
    };
    auto key = [&](std::string_view tile_class, std::string_view meaning) {
        return li(svg(view_box("0 0 28 28"), aria_hidden("true"),
                      svg_group(css(tile_class), rect(x(1), y(1), width(26), height(26), rx(2)))),
                  " ", meaning);
    };
    std::string box = fmt::format("0 0 {} {}", page.tile_columns * cell, page.tile_rows * cell);
    std::string label(visit.in.tr("Map: who replied. One State, one tile, all the same size"));
    return group(div(css("tile-map-frame"), tabindex(0), role("region"), aria_label(label),
                     svg(css("tile-map"), view_box(box), each(page.tiles, tile))),
                 ul(css("tile-legend"), key("tile tile-has", visit.in.tr("Reply")),
                    key("tile tile-none", visit.in.tr("No reply"))));
}

} // namespace

Html draw_submission_table(const std::vector<SubmissionListing>& rows, std::string_view call,
                           std::string_view heading, const Visit& visit) {
    const auto& in = visit.in;
    return table(css("table table-list"), caption(heading),
                 thead(tr(th(scope("col"), in.tr("From")), th(scope("col"), in.tr("Document")),
                          th(scope("col"), in.tr("Language")), th(scope("col"), in.tr("Received")),
                          th(scope("col"), in.tr("How")), th(scope("col"), in.tr("Remarks")))),
                 tbody(each(rows, [&](const SubmissionListing& row) { return row_of(row, call, visit); })));
}

Html draw_coverage(const CallPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.coverage.empty()) return {};
    return group(
        h2(in.tr("Who replied")),
        p(in.tr("Submitting views is voluntary. The figures say how much of the membership the record "
                "covers, and nothing of any State.")),
        table(css("table table-list"), caption(in.tr("Replies by group: how many of how many")),
              thead(tr(th(scope("col"), in.tr("Group")), th(scope("col"), css("number"), in.tr("Called")),
                       th(scope("col"), css("number"), in.tr("Replied")),
                       th(scope("col"), css("number"), in.tr("of them late")),
                       th(scope("col"), css("number"), in.tr("Gathered in consultations")))),
              tbody(each(page.coverage,
                         [&](const CoverageRow& row) {
                             return tr(th(scope("row"), data_label(in.tr("Group")), bdi(row.name)),
                                       td(css("number"), data_label(in.tr("Called")), row.called),
                                       td(css("number"), data_label(in.tr("Replied")), row.replied),
                                       td(css("number"), data_label(in.tr("of them late")), row.late),
                                       td(css("number"), data_label(in.tr("Gathered in consultations")),
                                          row.consultation));
                         }))),
        draw_tiles(page, visit));
}

// --- Atom (RFC 4287)

namespace {

/// UTF-8 without control characters, and without the two code points that XML has no place for.
void append_xml(std::string& out, std::string_view text) {
    std::string taken = replace_all(std::string(text), "\xEF\xBF\xBE", "\xEF\xBF\xBD");
    web::append_escaped(out, replace_all(std::move(taken), "\xEF\xBF\xBF", "\xEF\xBF\xBD"));
}

void append_element(std::string& out, std::string_view name, std::string_view text) {
    out.append("<").append(name).append(">");
    append_xml(out, text);
    out.append("</").append(name).append(">");
}

void append_link(std::string& out, std::string_view relation, const std::string& address) {
    out.append("<link rel=\"").append(relation).append("\" href=\"");
    append_xml(out, address);
    out += "\"/>";
}

void append_entry(std::string& out, const std::string& list, const std::string& site,
                  const SubmissionListing& row, const Visit& visit) {
    // The identity of an entry stays, whatever becomes of the submission.
    out += "<entry>";
    append_element(out, "title", row.name);
    append_element(out, "id", fmt::format("{}/{}", list, row.submission));
    append_element(out, "updated", iso(row.received_at));
    append_link(out, "alternate", row.address.empty() ? list : site + row.address);
    out += "<summary type=\"text\">";
    append_xml(out, visit.in.tr(listed_wording(row.listed)));
    if (!row.document_title.empty()) append_xml(out, ": " + row.document_title);
    out += "</summary></entry>\n";
}

} // namespace

void write_atom(std::string& out, const SubmissionsPage& page, const Visit& visit) {
    const std::string site = web::site_address(visit);
    const std::string list = site + "/views/calls/" + page.call + "/submissions";
    Instant newest;
    for (const SubmissionListing& row : page.rows) newest = std::max(newest, row.received_at);
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">";
    append_element(out, "title", visit.in.tr("Submissions: {call}", {{"call", page.title}}));
    append_element(out, "id", list);
    append_element(out, "updated", iso(newest));
    append_link(out, "alternate", list);
    append_link(out, "self", list + "?format=atom");
    out += "<author>";
    append_element(out, "name", site);
    out += "</author>\n";
    for (const SubmissionListing& row : page.rows) append_entry(out, list, site, row, visit);
    out += "</feed>\n";
}

} // namespace poa::views
