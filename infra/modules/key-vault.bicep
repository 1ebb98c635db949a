// Holds the key that wraps each person's data key. The key never leaves the vault; losing it loses what is sealed,
// so nothing here can be purged.
param name string
param location string
param tags object

@description('Principal that may wrap and unwrap, and nothing else.')
param cryptoUserId string
param workspaceId string

// Built-in role "Key Vault Crypto User".
var cryptoUserRole = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '12338af0-0e69-4776-bea7-57ae8d297424'
)

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
  }
}

resource wrappingKey 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: 'people-data-keys'
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
    attributes: {
      enabled: true
    }
  }
}

resource mayWrap 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(wrappingKey.id, cryptoUserId, cryptoUserRole)
  scope: wrappingKey
  properties: {
    principalId: cryptoUserId
    principalType: 'ServicePrincipal'
    roleDefinitionId: cryptoUserRole
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-logs'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output uri string = vault.properties.vaultUri
output wrappingKeyId string = wrappingKey.properties.keyUri
