// SPDX-License-Identifier: Apache-2.0
#include "app/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <fstream>
#include <unistd.h>

namespace poa::app {
namespace {

double resident_bytes() {
    std::ifstream statm("/proc/self/statm");
    double total = 0, resident = 0;
    statm >> total >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

} // namespace

struct Metrics::Inside {
    struct OfRoute {
        std::array<prometheus::Counter*, 6> by_class{};
        prometheus::Histogram* seconds = nullptr;
    };
    prometheus::Registry registry;
    std::unordered_map<std::string, OfRoute> routes;
    prometheus::Counter* bytes = nullptr;
    prometheus::Counter* failures = nullptr;
    std::vector<std::pair<prometheus::Gauge*, std::function<double()>>> gauges;
    std::mutex mutex;
};

Metrics::Metrics(const web::Routes& routes) : inside_(std::make_unique<Inside>()) {
    auto& counters = prometheus::BuildCounter()
                         .Name("poa_requests_total")
                         .Help("Requests answered.")
                         .Register(inside_->registry);
    auto& seconds = prometheus::BuildHistogram()
                        .Name("poa_request_seconds")
                        .Help("From head read to answer written.")
                        .Register(inside_->registry);
    prometheus::Histogram::BucketBoundaries bounds = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                      0.05,   0.1,   0.5,    1,     5};
    auto add = [&](const std::string& name) {
        Inside::OfRoute& made = inside_->routes[name];
        for (int i = 1; i < 6; ++i)
            made.by_class[static_cast<std::size_t>(i)] =
                &counters.Add({{"route", name}, {"status", fmt::format("{}xx", i)}});
        made.seconds = &seconds.Add({{"route", name}}, bounds);
    };
    for (const web::Route& route : routes.all()) add(route.about.name);
    add("none");
    inside_->bytes = &prometheus::BuildCounter()
                          .Name("poa_answer_bytes_total")
                          .Help("Bytes of answers written.")
                          .Register(inside_->registry)
                          .Add({});
    inside_->failures = &prometheus::BuildCounter()
                             .Name("poa_failures_total")
                             .Help("Requests that failed on our side.")
                             .Register(inside_->registry)
                             .Add({});
    gauge("process_resident_memory_bytes", "Resident memory.", resident_bytes);
}

Metrics::~Metrics() = default;

void Metrics::request(const std::string& route, int status, std::uint64_t bytes, std::int64_t microseconds) {
    auto found = inside_->routes.find(route);
    if (found == inside_->routes.end()) return;
    std::size_t status_class = static_cast<std::size_t>(std::clamp(status / 100, 1, 5));
    found->second.by_class[status_class]->Increment();
    found->second.seconds->Observe(static_cast<double>(microseconds) / 1e6);
    inside_->bytes->Increment(static_cast<double>(bytes));
}

void Metrics::failure() {
    inside_->failures->Increment();
}

void Metrics::gauge(const std::string& name, const std::string& help, std::function<double()> read) {
    auto& made = prometheus::BuildGauge().Name(name).Help(help).Register(inside_->registry).Add({});
    inside_->gauges.emplace_back(&made, std::move(read));
}

std::string Metrics::text() const {
    std::lock_guard lock(inside_->mutex);
    for (auto& [gauge, read] : inside_->gauges) gauge->Set(read());
    return prometheus::TextSerializer().Serialize(inside_->registry.Collect());
}

} // namespace poa::app
