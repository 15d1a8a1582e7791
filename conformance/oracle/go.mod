module hpa-playground/conformance/oracle

go 1.26.0
