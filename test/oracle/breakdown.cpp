// Asks llama.cpp what it would allocate: the no-allocation load that its own `--fit` uses, in bytes, many cases a process.
//
//   breakdown [--devices N] < cases.jsonl > answers.jsonl
//
// A case is {"id": any, "program": "server"|"cli", "devices": n, "args": ["-m", "model.gguf", "-ngl", "20", ...]} with
// llama.cpp's own arguments; its answer is one line
//   {"id", "devices": [{"name","model","context","compute"}], "host": {...}, "other": {buffer type: {...}}, "ctx": {...}}
// or {"id", "error"}. A case {"id", "devices": 0 or 1, "flash": bool, "mmproj": "projector.gguf"} is answered with what the towers take,
// weights and compute buffers together: {"id", "device", "host"}. An abort inside llama.cpp is answered with {"id", "error", "abort": true} and ends the process
// with status 3; the caller starts another one for the cases that are left.
//
// The devices are GPU-like: llama.cpp's RPC backend, each served by a child of this process on a loopback port.
// Repacking is off unless a case says `--repack`: repacked weights stand in a buffer of their own (CPU_REPACK) and depend
// on the processor, so the host row would not be whole.

#include "arg.h"
#include "common.h"
#include "ggml-backend.h"
#include "llama.h"
#include "log.h"
#include "mtmd.h"
#include "speculative.h"

#include "src/llama-ext.h"

#include <nlohmann/json.hpp>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>
#include <vector>

using json = nlohmann::ordered_json;

namespace {

constexpr int MAX_DEVICES = 16;
constexpr int RPC_THREADS = 1;
constexpr int START_TRIES = 200; // of 25 ms

// Answers go to the real stdout; all that llama.cpp prints goes to a buffer that is only read when a case fails.
int  answers_fd = -1;
int  chatter_fd = -1;
json current_id;

void answer(const json & line) {
    const std::string text = line.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
    size_t done = 0;
    while (done < text.size()) {
        const ssize_t n = write(answers_fd, text.data() + done, text.size() - done);
        if (n <= 0) {
            _exit(4);
        }
        done += size_t(n);
    }
}

void capture_output() {
    answers_fd = dup(STDOUT_FILENO);
    chatter_fd = memfd_create("chatter", MFD_CLOEXEC);
    dup2(chatter_fd, STDOUT_FILENO);
    dup2(chatter_fd, STDERR_FILENO);
}

void forget_chatter() {
    fflush(stdout);
    if (ftruncate(chatter_fd, 0) == 0) {
        lseek(chatter_fd, 0, SEEK_SET);
    }
}

// The last lines that llama.cpp printed, joined to one.
std::string last_words() {
    common_log_flush(common_log_main());
    fflush(stdout);
    const off_t size = lseek(chatter_fd, 0, SEEK_END);
    const off_t from = size > 600 ? size - 600 : 0;
    std::string text(size_t(size - from), '\0');
    const ssize_t n = pread(chatter_fd, text.data(), text.size(), from);
    text.resize(n > 0 ? size_t(n) : 0);
    while (!text.empty() && text.back() == '\n') {
        text.pop_back();
    }
    for (char & c : text) {
        if (c == '\n') {
            c = ' ';
        }
    }
    return text;
}

void on_abort(const char * message) {
    answer({{"id", current_id}, {"error", message}, {"abort", true}});
    _exit(3);
}

int free_port() {
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    const bool ok = fd >= 0 && bind(fd, reinterpret_cast<sockaddr *>(&address), size) == 0 &&
                    getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    if (fd >= 0) {
        close(fd);
    }
    return ok ? ntohs(address.sin_port) : -1;
}

bool reachable(int port) {
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool ok = connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof(address)) == 0;
    close(fd);
    return ok;
}

using start_server_t = void (*)(const char *, const char *, size_t, size_t, ggml_backend_dev_t *);
using add_server_t   = ggml_backend_reg_t (*)(const char *);

// One loopback server a device, in a child that dies with this process.
std::string start_device(ggml_backend_reg_t rpc) {
    auto serve = reinterpret_cast<start_server_t>(ggml_backend_reg_get_proc_address(rpc, "ggml_backend_rpc_start_server"));
    const int port = free_port();
    if (serve == nullptr || port < 0) {
        throw std::runtime_error("cannot start a loopback device");
    }
    const std::string endpoint = "127.0.0.1:" + std::to_string(port);
    const pid_t parent = getpid();
    const pid_t child  = fork();
    if (child < 0) {
        throw std::runtime_error("cannot fork a loopback device");
    }
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) {
            _exit(0);
        }
        const int nothing = open("/dev/null", O_RDWR);
        dup2(nothing, STDIN_FILENO);
        dup2(nothing, STDOUT_FILENO);
        dup2(nothing, STDERR_FILENO);
        close(answers_fd);
        ggml_backend_dev_t cpu = ggml_backend_dev_by_type(GGML_BACKEND_DEVICE_TYPE_CPU);
        serve(endpoint.c_str(), nullptr, RPC_THREADS, 1, &cpu);
        _exit(1);
    }
    for (int i = 0; i < START_TRIES; i++) {
        if (reachable(port)) {
            return endpoint;
        }
        if (waitpid(child, nullptr, WNOHANG) == child) {
            break;
        }
        usleep(25'000);
    }
    throw std::runtime_error("the loopback device did not start");
}

std::vector<ggml_backend_dev_t> start_devices(int n) {
    ggml_backend_reg_t rpc = ggml_backend_reg_by_name("RPC");
    if (rpc == nullptr) {
        throw std::runtime_error("the RPC backend is not beside this program");
    }
    auto add = reinterpret_cast<add_server_t>(ggml_backend_reg_get_proc_address(rpc, "ggml_backend_rpc_add_server"));
    std::vector<std::string> endpoints;
    for (int i = 0; i < n; i++) {
        endpoints.push_back(start_device(rpc)); // all forks come before the first connection
    }
    std::vector<ggml_backend_dev_t> devices;
    for (const auto & endpoint : endpoints) {
        ggml_backend_reg_t server = add(endpoint.c_str());
        if (server == nullptr) {
            throw std::runtime_error("the loopback device does not answer");
        }
        ggml_backend_register(server);
        devices.push_back(ggml_backend_reg_dev_get(server, 0));
    }
    return devices;
}

json row(const llama_memory_breakdown_data & data) {
    return {{"model", data.model}, {"context", data.context}, {"compute", data.compute}};
}

void add_to(llama_memory_breakdown_data & sum, const llama_memory_breakdown_data & part) {
    sum.model   += part.model;
    sum.context += part.context;
    sum.compute += part.compute;
}

json breakdown_of(const llama_model * model, const llama_context * ctx) {
    const int n = llama_model_n_devices(model);
    std::vector<llama_memory_breakdown_data> devices(static_cast<size_t>(n));
    std::map<std::string, llama_memory_breakdown_data> other;
    llama_memory_breakdown_data host;
    for (const auto & [buft, data] : llama_get_memory_breakdown(ctx)) {
        if (ggml_backend_buft_is_host(buft)) {
            add_to(host, data);
            continue;
        }
        int at = 0;
        while (at < n && llama_model_get_device(model, at) != ggml_backend_buft_get_device(buft)) {
            at++;
        }
        add_to(at < n ? devices[size_t(at)] : other[ggml_backend_buft_name(buft)], data);
    }
    json out = {{"devices", json::array()}, {"host", row(host)}, {"other", json::object()}};
    for (int i = 0; i < n; i++) {
        json device = row(devices[size_t(i)]);
        device["name"] = ggml_backend_dev_name(llama_model_get_device(model, i));
        out["devices"].push_back(device);
    }
    for (const auto & [name, data] : other) {
        out["other"][name] = row(data);
    }
    return out;
}

// What tools/server/server-context.cpp (server_output_limits) asks for before it makes its context.
void as_server(common_params & params) {
    const bool pooled = params.pooling_type != LLAMA_POOLING_TYPE_UNSPECIFIED && params.pooling_type != LLAMA_POOLING_TYPE_NONE;
    if (params.embedding || pooled) {
        params.n_outputs_max = params.n_batch;
        return;
    }
    const auto limits = common_speculative_get_output_limits(
        params.n_batch, params.n_parallel, common_speculative_n_max(&params.speculative));
    params.n_outputs_max         = std::max(1, int(limits.total));
    params.n_outputs_max_per_seq = std::max(1, int(limits.per_seq));
}

json measure(const json & request, const std::vector<ggml_backend_dev_t> & all_devices) {
    const std::string program = request.value("program", "server");
    const size_t n_devices = request.value("devices", size_t(1));
    if (program != "server" && program != "cli") {
        throw std::runtime_error("program must be server or cli");
    }
    if (n_devices > all_devices.size()) {
        throw std::runtime_error("more devices asked for than this process was started with");
    }

    std::vector<std::string> words = {"breakdown"};
    for (const auto & word : request.at("args")) {
        words.push_back(word.get<std::string>());
    }
    std::vector<char *> argv;
    for (auto & word : words) {
        argv.push_back(word.data());
    }

    common_params params;
    params.no_extra_bufts = true;
    params.kv_unified     = program == "server";
    params.fit_params     = false;
    if (!common_params_parse(int(argv.size()), argv.data(), params, LLAMA_EXAMPLE_SERVER)) {
        throw std::runtime_error("arguments refused");
    }
    // llama-server reads an unset -np as four slots; here it is one in both programs, as in our own settings.
    params.n_parallel = std::max(1, params.n_parallel);
    if (params.devices.empty()) {
        params.devices.assign(all_devices.begin(), all_devices.begin() + long(n_devices));
        params.devices.push_back(nullptr);
    }
    if (program == "server") {
        as_server(params);
    }

    // As common/fit.cpp does it (common_get_device_memory_data_impl).
    auto mparams = common_model_params_to_llama(params);
    auto cparams = common_context_params_to_llama(params);
    mparams.no_alloc  = true;
    mparams.load_mode = LLAMA_LOAD_MODE_NONE;

    llama_model_ptr model(llama_model_load_from_file(params.model.path.c_str(), mparams));
    if (!model) {
        throw std::runtime_error("the model does not load");
    }
    llama_context_ptr ctx(llama_init_from_model(model.get(), cparams));
    if (!ctx) {
        throw std::runtime_error("no context");
    }

    json out = breakdown_of(model.get(), ctx.get());
    out["ctx"] = {
        {"n_ctx", llama_n_ctx(ctx.get())},       {"n_ctx_seq", llama_n_ctx_seq(ctx.get())},
        {"n_batch", llama_n_batch(ctx.get())},   {"n_ubatch", llama_n_ubatch(ctx.get())},
        {"n_seq_max", llama_n_seq_max(ctx.get())},
    };
    return out;
}

// As tools/server does it before it fits a model: a load without allocation of its own (mtmd_get_memory_usage).
json measure_projector(const json & request, const std::vector<ggml_backend_dev_t> & all_devices) {
    mtmd_context_params params = mtmd_context_params_default();
    params.use_gpu = request.value("devices", 1) > 0;
    params.device  = params.use_gpu ? all_devices.at(0) : nullptr;
    params.flash_attn_type =
        request.value("flash", true) ? LLAMA_FLASH_ATTN_TYPE_ENABLED : LLAMA_FLASH_ATTN_TYPE_DISABLED;
    const auto usage = mtmd_get_memory_usage(request.at("mmproj").get<std::string>().c_str(), params);
    if (usage.empty()) {
        throw std::runtime_error("the projector does not load");
    }
    json out = {{"device", size_t(0)}, {"host", size_t(0)}};
    for (const auto & [device, bytes] : usage) {
        out[ggml_backend_dev_type(device) == GGML_BACKEND_DEVICE_TYPE_CPU ? "host" : "device"] = bytes;
    }
    return out;
}

} // namespace

int main(int argc, char ** argv) {
    int n_devices = 1;
    if (argc == 3 && std::strcmp(argv[1], "--devices") == 0) {
        n_devices = std::atoi(argv[2]);
    } else if (argc != 1) {
        std::fprintf(stderr, "usage: breakdown [--devices N] < cases.jsonl\n");
        return 2;
    }
    if (n_devices < 0 || n_devices > MAX_DEVICES) {
        std::fprintf(stderr, "--devices must be 0 to %d\n", MAX_DEVICES);
        return 2;
    }

    capture_output();
    ggml_set_abort_callback(on_abort);
    try {
        ggml_backend_load_all();
        const auto devices = start_devices(n_devices);
        llama_backend_init();

        std::string line;
        while (std::getline(std::cin, line)) {
            if (line.empty()) {
                continue;
            }
            current_id = nullptr;
            forget_chatter();
            try {
                const json request = json::parse(line);
                current_id = request.value("id", json(nullptr));
                json out = {{"id", current_id}};
                out.update(request.contains("mmproj") ? measure_projector(request, devices) : measure(request, devices));
                answer(out);
            } catch (const std::exception & e) {
                answer({{"id", current_id}, {"error", std::string(e.what()) + ": " + last_words()}});
            }
        }
    } catch (const std::exception & e) {
        answer({{"id", nullptr}, {"error", e.what()}, {"abort", true}});
        _exit(3);
    }
    _exit(0); // the devices die with this process; llama.cpp's own teardown has nothing to save
}
