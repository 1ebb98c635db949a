// The same instance solved by LEMON (https://lemon.cs.elte.hu), the reference of the bench.
// Reads int32 figures: seekers, mentors, arcs, then capacity, arcStart, arcMentor, arcCost; mode is the first argument.
// Writes one line: paired, total cost, CPU seconds without reading.
#include <sys/resource.h>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>
#include <lemon/cost_scaling.h>
#include <lemon/matching.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

typedef long long Value;
static double cpu() {
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  return used.ru_utime.tv_sec + used.ru_utime.tv_usec / 1e6 + used.ru_stime.tv_sec + used.ru_stime.tv_usec / 1e6;
}
static std::vector<int> figures(FILE* file, size_t count) {
  std::vector<int> values(count);
  if (fread(values.data(), 4, count, file) != count) exit(2);
  return values;
}

// Who stays alone pays a bonus that no sum of costs outweighs; every seeker sends one unit.
template <class Method>
static void flow(int seekers, int mentors, const std::vector<int>& capacity, const std::vector<int>& start,
                 const std::vector<int>& mentor, const std::vector<int>& cost, Value bonus) {
  lemon::SmartDigraph graph;
  graph.reserveNode(seekers + mentors + 1);
  graph.reserveArc(cost.size() + seekers + mentors);
  for (int node = 0; node < seekers + mentors + 1; ++node) graph.addNode();
  auto at = [&](int node) { return graph.nodeFromId(node); };
  lemon::SmartDigraph::ArcMap<int> upper(graph);
  lemon::SmartDigraph::ArcMap<Value> price(graph);
  lemon::SmartDigraph::NodeMap<int> supply(graph, 0);
  auto arc = [&](int from, int to, int most, Value value) {
    auto made = graph.addArc(at(from), at(to));
    upper[made] = most;
    price[made] = value;
  };
  int sink = seekers + mentors;
  for (int seeker = 0; seeker < seekers; ++seeker) {
    supply[at(seeker)] = 1;
    for (int a = start[seeker]; a < start[seeker + 1]; ++a) arc(seeker, seekers + mentor[a], 1, cost[a]);
  }
  int first_alone = graph.arcNum();
  for (int seeker = 0; seeker < seekers; ++seeker) arc(seeker, sink, 1, bonus);
  for (int m = 0; m < mentors; ++m) arc(seekers + m, sink, capacity[m], 0);
  supply[at(sink)] = -seekers;
  Method method(graph);
  method.upperMap(upper).costMap(price).supplyMap(supply);
  method.run();
  lemon::SmartDigraph::ArcMap<int> result(graph);
  method.flowMap(result);
  Value total = 0, alone = 0;
  for (int a = 0; a < first_alone; ++a) total += result[graph.arcFromId(a)] * price[graph.arcFromId(a)];
  for (int s = 0; s < seekers; ++s) alone += result[graph.arcFromId(first_alone + s)];
  printf("%lld %lld ", seekers - alone, total);
}

// Peers: arcs from the lesser person to the greater are edges; paired counts people.
static void peers(int people, const std::vector<int>& start, const std::vector<int>& other,
                  const std::vector<int>& cost, Value bonus) {
  lemon::SmartGraph graph;
  for (int person = 0; person < people; ++person) graph.addNode();
  lemon::SmartGraph::EdgeMap<Value> worth(graph);
  for (int a = 0; a < people; ++a)
    for (int at = start[a]; at < start[a + 1]; ++at)
      if (a < other[at]) worth[graph.addEdge(graph.nodeFromId(a), graph.nodeFromId(other[at]))] = bonus - cost[at];
  lemon::MaxWeightedMatching<lemon::SmartGraph, lemon::SmartGraph::EdgeMap<Value>> matching(graph, worth);
  matching.fractionalInit();
  matching.start();
  Value pairs = matching.matchingSize();
  printf("%lld %lld ", 2 * pairs, pairs * bonus - matching.matchingWeight());
}

int main(int, char** arguments) {
  FILE* file = fopen(arguments[2], "rb");
  if (file == nullptr) return 2;
  std::vector<int> head = figures(file, 3);
  std::vector<int> capacity = figures(file, head[1]), start = figures(file, head[0] + 1);
  std::vector<int> mentor = figures(file, head[2]), cost = figures(file, head[2]);
  double before = cpu();
  Value largest = 0;
  for (int value : cost) largest = value > largest ? value : largest;
  // Double the largest path of exchanges met in practice is not a proof; the total here is one.
  Value bonus = (largest + 1) * (strcmp(arguments[1], "peers") == 0 ? head[0] : 2000);
  typedef lemon::NetworkSimplex<lemon::SmartDigraph, int, Value> Simplex;
  typedef lemon::CostScaling<lemon::SmartDigraph, int, Value> Scaling;
  if (strcmp(arguments[1], "simplex") == 0) flow<Simplex>(head[0], head[1], capacity, start, mentor, cost, bonus);
  else if (strcmp(arguments[1], "scaling") == 0) flow<Scaling>(head[0], head[1], capacity, start, mentor, cost, bonus);
  else peers(head[0], start, mentor, cost, bonus);
  printf("%.3f\n", cpu() - before);
}
