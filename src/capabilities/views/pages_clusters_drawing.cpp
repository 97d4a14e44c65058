// SPDX-License-Identifier: Apache-2.0
// Replies that lie near each other, drawn in two dimensions with a table beside it.
#include "capabilities/views/pages_convergence_drawing.hpp"
#include "web/drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace poa::views {
namespace {

using namespace web::drawing;

constexpr double plot_width = 720;
constexpr double plot_height = 520;
constexpr double margin = 34;
constexpr double label_width = 25; // three letters
constexpr double label_height = 11;

struct Point {
    double x = 0, y = 0;
};
struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;
    [[nodiscard]] bool meets(const Box& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    [[nodiscard]] bool is_inside() const {
        return left >= 0 && top >= 0 && right <= plot_width && bottom <= plot_height;
    }
};

Box box_around(Point middle, double half_width, double half_height) {
    return {middle.x - half_width, middle.y - half_height, middle.x + half_width, middle.y + half_height};
}

/// The same scale on both axes: distances are what the picture shows.
std::vector<Point> points_of(const ClustersPage& page) {
    double least_x = 0, most_x = 0, least_y = 0, most_y = 0;
    for (const PlacedRow& row : page.rows) {
        least_x = std::min(least_x, row.x), most_x = std::max(most_x, row.x);
        least_y = std::min(least_y, row.y), most_y = std::max(most_y, row.y);
    }
    const double scale = std::min((plot_width - 2 * margin) / std::max(most_x - least_x, 1e-9),
                                  (plot_height - 2 * margin) / std::max(most_y - least_y, 1e-9));
    std::vector<Point> points;
    for (const PlacedRow& row : page.rows)
        points.push_back({plot_width / 2 + (row.x - (least_x + most_x) / 2) * scale,
                          plot_height / 2 - (row.y - (least_y + most_y) / 2) * scale});
    return points;
}

/// The middle of each label: beside its dot where that is free, else farther out in one of eight directions.
std::vector<Point> place_labels(const std::vector<Point>& points) {
    std::vector<Box> taken;
    for (Point point : points) taken.push_back(box_around(point, 5, 5));
    constexpr std::array<Point, 8> directions{
        {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {0.8, -0.8}, {-0.8, -0.8}, {0.8, 0.8}, {-0.8, 0.8}}};
    std::vector<Point> labels;
    for (Point point : points) {
        Point chosen{point.x + 19, point.y};
        bool is_free = false;
        for (int ring = 0; ring < 6 && !is_free; ++ring)
            for (Point direction : directions) {
                const Point middle{point.x + direction.x * (19 + 13 * ring),
                                   point.y + direction.y * (12 + 12 * ring)};
                const Box box = box_around(middle, label_width / 2, label_height / 2);
                if (!box.is_inside() ||
                    std::ranges::any_of(taken, [&](const Box& other) { return other.meets(box); }))
                    continue;
                chosen = middle;
                is_free = true;
                break;
            }
        taken.push_back(box_around(chosen, label_width / 2, label_height / 2));
        labels.push_back(chosen);
    }
    return labels;
}

/// Each cluster has a shape of its own, so that colour is not the only sign.
std::string shape_path(std::size_t cluster, double at_x, double at_y) {
    static constexpr std::array<std::string_view, 8> shapes{
        "m-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0z",
        "m-4,-4h8v8h-8z",
        "m0,-5.5l5.5,5.5l-5.5,5.5l-5.5,-5.5z",
        "m0,-5l5,9h-10z",
        "m0,5l5,-9h-10z",
        "m-1.7,-5h3.4v3.3h3.3v3.4h-3.3v3.3h-3.4v-3.3h-3.3v-3.4h3.3z",
        "m-5.5,-2h11v4h-11z",
        "m-2,-5.5h4v11h-4z"};
    return fmt::format("M{:.1f},{:.1f}{}", at_x, at_y, shapes[cluster % shapes.size()]);
}

std::size_t place_of(std::string_view cluster) {
    return cluster.empty() ? 0 : static_cast<std::size_t>(cluster.front() - 'A');
}

std::string number(double value) {
    return fmt::format("{:.1f}", value);
}

Html plot(const ClustersPage& page, const Visit& visit) {
    const std::vector<Point> points = points_of(page);
    const std::vector<Point> labels = place_labels(points);
    Html lines, dots;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const PlacedRow& row = page.rows[i];
        const Point dot = points[i], label = labels[i];
        if (std::abs(label.x - dot.x) > 22 || std::abs(label.y - dot.y) > 14)
            lines += svg_path(css("leader"), path_points(fmt::format("M{:.1f},{:.1f}L{:.1f},{:.1f}", dot.x,
                                                                     dot.y, label.x, label.y)));
        const std::string css_class =
            fmt::format("dot cluster-{}{}", place_of(row.cluster) + 1, row.is_thin ? " dot-thin" : "");
        dots += a(href(Url::of("views", "actors", row.code)), svg_title(row.name, " (", row.cluster, ")"),
                  svg_path(css(css_class), path_points(shape_path(place_of(row.cluster), dot.x, dot.y))),
                  svg_text(css("dot-label"), x(number(label.x)), y(number(label.y + 3.5)),
                           text_anchor("middle"), row.code));
    }
    Html keys;
    for (const ClusterRow& cluster : page.clusters) {
        const std::size_t place = place_of(cluster.cluster);
        const std::string css_class = fmt::format("dot cluster-{}", place + 1);
        keys += li(svg(css("plot-key"), view_box("0 0 14 14"), aria_hidden("true"),
                       svg_path(css(css_class), path_points(shape_path(place, 7, 7)))),
                   " ", cluster.cluster);
    }
    const std::string box = fmt::format("0 0 {} {}", plot_width, plot_height);
    const std::string_view words = visit.in.tr("Replies that answer alike lie near each other");
    return group(div(css("plot-frame"), tabindex(0), role("region"), aria_label(words),
                     svg(css("plot plot-clusters"), view_box(box), lines, dots)),
                 ul(css("tile-legend"), keys));
}

Html picture_words(const ClustersPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html words = p(
        in.tr("The picture shows {x} per cent of all variance from side to side and {y} per cent from top to "
              "bottom. What lies near in it may still differ in what it leaves out.",
              {{"x", decimal(page.variance_x * 100, 0)}, {"y", decimal(page.variance_y * 100, 0)}}));
    if (page.silhouette)
        words += p(in.tr_n("{n} cluster; mean silhouette {silhouette} (1: far apart, 0: no structure).",
                           "{n} clusters; mean silhouette {silhouette} (1: far apart, 0: no structure).",
                           static_cast<std::int64_t>(page.clusters.size()),
                           {{"silhouette", decimal(*page.silhouette)}}));
    else
        words += p(in.tr("One cluster only: no division sets replies apart."));
    if (page.is_weak)
        words +=
            p(css("notice"), in.tr("The structure is weak: below 0.25 there is no substantial one. Read the "
                                   "clusters as neighbourhoods, not as camps."));
    return words;
}

Html features(const ClusterRow& cluster, const Visit& visit) {
    const auto& in = visit.in;
    if (cluster.features.empty()) return p(in.tr("No question sets it apart from the rest."));
    return table(css("table table-list"), caption(in.tr("What it answers otherwise than the rest")),
                 thead(tr(th(scope("col"), in.tr("Question")), th(scope("col"), in.tr("Usual answer")),
                          th(scope("col"), in.tr("Can live with it, of those that answered")),
                          th(scope("col"), in.tr("Among the rest")))),
                 tbody(each(cluster.features, [&](const FeatureRow& row) {
                     auto of = [&](std::int64_t part, std::int64_t all) {
                         return in.tr("{part} of {all}",
                                      {{"part", std::to_string(part)}, {"all", std::to_string(all)}});
                     };
                     return tr(
                         th(scope("row"), data_label(in.tr("Question")),
                            a(href(Url::of("views", "questions", row.question)), row.label)),
                         td(data_label(in.tr("Usual answer")), bdi(row.usual)),
                         td(data_label(in.tr("In the cluster")), of(row.inside, row.inside_answered)),
                         td(data_label(in.tr("Among the rest")), of(row.outside, row.outside_answered)));
                 })));
}

Html cluster_sections(const ClustersPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html sections;
    for (const ClusterRow& cluster : page.clusters)
        sections += Html(web::html::section(
            h2(id("cluster-" + cluster.cluster), in.tr("Cluster {letter}", {{"letter", cluster.cluster}})),
            p(in.tr_n("{n} State", "{n} States", static_cast<std::int64_t>(cluster.states.size())), ": ",
              code_links(cluster.states, visit)),
            p(in.tr("Least far from all others of it:"), " ",
              a(href(Url::of("views", "actors", cluster.centre)), cluster.centre)),
            features(cluster, visit)));
    return sections;
}

Html place_table(const ClustersPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return table(
        css("table table-list"), data_sortable(), caption(in.tr("Where each State lies")),
        thead(tr(th(scope("col"), data_sort("text"), in.tr("State")),
                 th(scope("col"), data_sort("text"), in.tr("Cluster")),
                 th(scope("col"), css("number"), data_sort("number"), in.tr("From side to side")),
                 th(scope("col"), css("number"), data_sort("number"), in.tr("From bottom to top")),
                 th(scope("col"), css("number"), in.tr("Questions answered")))),
        tbody(each(page.rows, [&](const PlacedRow& row) {
            return tr(
                th(scope("row"), data_label(in.tr("State")),
                   span(a(href(Url::of("views", "actors", row.code)), row.name), " (", row.code, ")")),
                td(data_label(in.tr("Cluster")), row.cluster),
                td(css("number"), data_label(in.tr("From side to side")), bdi(dir("ltr"), decimal(row.x, 3))),
                td(css("number"), data_label(in.tr("From bottom to top")),
                   bdi(dir("ltr"), decimal(row.y, 3))),
                td(css("number"), data_label(in.tr("Questions answered")), row.answered,
                   when(row.is_thin, [&] { return group(" ", span(css("stage"), in.tr("few"))); })));
        })));
}

Html cluster_filter(const ClustersPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html options = option(value(""), in.tr("As the silhouette is best"));
    for (std::int64_t k = 1; k <= 8; ++k) options += option(value(k), selected(k == page.k), k);
    return form(css("filters"), method("get"), action(Url("/views/clusters")),
                div(css("field"), label(css("form-label"), for_("k"), in.tr("Number of clusters")),
                    select_(css("form-select"), id("k"), name("k"), options)),
                button(css("btn btn-primary"), type("submit"), in.tr("Show")));
}

} // namespace

Screen draw_clusters(const ClustersPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_screen(
        std::string(in.tr("Similar positions")),
        in.tr(
            "Which replies lie near each other: of the questions two States both answered, how many of their "
            "answers can live with each other."),
        visit);
    screen.has_table_of_contents = true;
    if (page.rows.empty()) {
        screen.body = group(page_head(screen), p(in.tr("No positions are on the record yet.")));
        return screen;
    }
    screen.body = group(
        page_head(screen), cluster_filter(page, visit), picture_words(page, visit), plot(page, visit),
        p(css("muted"), in.tr("Letters go by the number of States, then by the alphabet. They rank nobody.")),
        cluster_sections(page, visit), h2(id("places"), in.tr("Places")), place_table(page, visit),
        p(css("muted"),
          in.tr_n("“few”: fewer than {n} question answered; the place says little.",
                  "“few”: fewer than {n} questions answered; the place says little.", page.answers_least)),
        when(!page.silent.empty(), [&] {
            return p(in.tr("Not placed, as no answer was read:"), " ", code_links(page.silent, visit));
        }));
    return screen;
}

} // namespace poa::views
