// Laid over KEDA's package scalers: scalers that connect in their constructor, made without the connection. Each entry
// does what its constructor does before it connects, in the same order.
package scalers

import (
	"fmt"

	"github.com/go-logr/logr"
	v2 "k8s.io/api/autoscaling/v2"

	"github.com/kedacore/keda/v2/pkg/scalers/scalersconfig"
)

type oracleConstructor func(*scalersconfig.ScalerConfig, v2.MetricTargetType) (Scaler, error)

func oracleRedis(config *scalersconfig.ScalerConfig, metricType v2.MetricTargetType) (Scaler, error) {
	meta, err := parseRedisMetadata(config)
	if err != nil {
		return nil, fmt.Errorf("error parsing redis metadata: %w", err)
	}
	return &redisScaler{metricType: metricType, metadata: meta}, nil
}

func oracleRedisStreams(config *scalersconfig.ScalerConfig, metricType v2.MetricTargetType) (Scaler, error) {
	meta, err := parseRedisStreamsMetadata(config)
	if err != nil {
		return nil, fmt.Errorf("error parsing redis streams metadata: %w", err)
	}
	return &redisStreamsScaler{metricType: metricType, metadata: meta}, nil
}

var oracleConstructors = map[string]oracleConstructor{
	"kafka": func(config *scalersconfig.ScalerConfig, metricType v2.MetricTargetType) (Scaler, error) {
		meta, err := parseKafkaMetadata(config, logr.Discard())
		if err != nil {
			return nil, fmt.Errorf("error parsing kafka metadata: %w", err)
		}
		return &kafkaScaler{metricType: metricType, metadata: meta}, nil
	},
	"rabbitmq": func(config *scalersconfig.ScalerConfig, metricType v2.MetricTargetType) (Scaler, error) {
		meta, err := parseRabbitMQMetadata(config)
		if err != nil {
			return nil, fmt.Errorf("error parsing RabbitMQ metadata: %w", err)
		}
		return &rabbitMQScaler{metricType: metricType, metadata: meta}, nil
	},
	"postgresql": func(config *scalersconfig.ScalerConfig, metricType v2.MetricTargetType) (Scaler, error) {
		meta, _, err := parsePostgreSQLMetadata(logr.Discard(), config)
		if err != nil {
			return nil, fmt.Errorf("error parsing postgreSQL metadata: %w", err)
		}
		return &postgreSQLScaler{metricType: metricType, metadata: meta}, nil
	},
	"mysql": func(config *scalersconfig.ScalerConfig, metricType v2.MetricTargetType) (Scaler, error) {
		meta, err := parseMySQLMetadata(config)
		if err != nil {
			return nil, fmt.Errorf("error parsing MySQL metadata: %w", err)
		}
		return &mySQLScaler{metricType: metricType, metadata: meta}, nil
	},
	"mssql": func(config *scalersconfig.ScalerConfig, metricType v2.MetricTargetType) (Scaler, error) {
		meta, _, err := parseMSSQLMetadata(logr.Discard(), config)
		if err != nil {
			return nil, err
		}
		return &mssqlScaler{metricType: metricType, metadata: meta}, nil
	},
	"azure-queue": func(config *scalersconfig.ScalerConfig, metricType v2.MetricTargetType) (Scaler, error) {
		meta, _, err := parseAzureQueueMetadata(config)
		if err != nil {
			return nil, fmt.Errorf("error parsing azure queue metadata: %w", err)
		}
		return &azureQueueScaler{metricType: metricType, metadata: meta}, nil
	},
	"azure-servicebus": func(config *scalersconfig.ScalerConfig, metricType v2.MetricTargetType) (Scaler, error) {
		meta, err := parseAzureServiceBusMetadata(config)
		if err != nil {
			return nil, fmt.Errorf("error parsing azure service bus metadata: %w", err)
		}
		return &azureServiceBusScaler{metricType: metricType, metadata: meta}, nil
	},
	"beanstalkd": func(config *scalersconfig.ScalerConfig, metricType v2.MetricTargetType) (Scaler, error) {
		meta, err := parseBeanstalkdMetadata(config)
		if err != nil {
			return nil, fmt.Errorf("error parsing beanstalkd metadata: %w", err)
		}
		return &BeanstalkdScaler{metricType: metricType, metadata: meta}, nil
	},
	"clickhouse": func(config *scalersconfig.ScalerConfig, metricType v2.MetricTargetType) (Scaler, error) {
		meta, err := parseClickHouseMetadata(config)
		if err != nil {
			return nil, fmt.Errorf("error parsing clickhouse metadata: %w", err)
		}
		return &clickhouseScaler{metricType: metricType, metadata: meta}, nil
	},
	"aws-dynamodb-streams": func(config *scalersconfig.ScalerConfig, metricType v2.MetricTargetType) (Scaler, error) {
		meta, err := parseAwsDynamoDBStreamsMetadata(config)
		if err != nil {
			return nil, fmt.Errorf("error parsing dynamodb stream metadata: %w", err)
		}
		return &awsDynamoDBStreamsScaler{metricType: metricType, metadata: meta}, nil
	},
	"elasticsearch": func(config *scalersconfig.ScalerConfig, metricType v2.MetricTargetType) (Scaler, error) {
		meta, err := parseElasticsearchMetadata(config)
		if err != nil {
			return nil, fmt.Errorf("error parsing elasticsearch metadata: %w", err)
		}
		return &elasticsearchScaler{metricType: metricType, metadata: meta}, nil
	},
	"redis":                  oracleRedis,
	"redis-cluster":          oracleRedis,
	"redis-sentinel":         oracleRedis,
	"redis-streams":          oracleRedisStreams,
	"redis-cluster-streams":  oracleRedisStreams,
	"redis-sentinel-streams": oracleRedisStreams,
}

// OracleScaler makes a scaler that would connect; false: its own constructor does not.
func OracleScaler(triggerType string, config *scalersconfig.ScalerConfig) (Scaler, bool, error) {
	construct, found := oracleConstructors[triggerType]
	if !found {
		return nil, false, nil
	}
	metricType, err := GetMetricTargetType(config)
	if err != nil {
		return nil, true, fmt.Errorf("error getting scaler metric type: %w", err)
	}
	scaler, err := construct(config, metricType)
	return scaler, true, err
}
